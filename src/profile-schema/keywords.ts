import { isObject, SchemaValue } from './document';

/** The type of a keyword's value, according to the meta-schema of draft-07. */
export interface ValueKind {
  readonly name: string;
  has(value: SchemaValue): boolean;
}

/** How a keyword is compiled. */
export type KeywordRole =
  /** Does not affect validation. */
  | 'annotation'
  /** Is copied unchanged. A `comparison` contains values, and no null in them. */
  | 'assertion' | 'comparison'
  /** Contains a schema, a list of schemas, or schemas by name. */
  | 'schema' | 'schemas' | 'schemasByName'
  /** Has its own rule. */
  | 'special';

export interface Keyword {
  readonly role: KeywordRole;
  readonly value: ValueKind;
}

const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

const ANYTHING: ValueKind = { name: 'a JSON value', has: () => true };
const BOOLEAN: ValueKind = { name: 'a boolean', has: (value) => typeof value === 'boolean' };
const NUMBER: ValueKind = { name: 'a number', has: (value) => typeof value === 'number' };
const COUNT: ValueKind = { name: 'a whole number, 0 or more', has: (value) => Number.isInteger(value) && (value as number) >= 0 };
const STRING: ValueKind = { name: 'a string', has: (value) => typeof value === 'string' };
const LIST: ValueKind = { name: 'a list', has: Array.isArray };
const NAMES: ValueKind = { name: 'a list of different strings', has: (value) => isListOfDifferent(value, STRING.has) };
const TYPE: ValueKind = {
  name: `one of ${TYPES.join(', ')}, or a list of different ones`,
  has: (value) => isType(value) || (isListOfDifferent(value, isType) && (value as SchemaValue[]).length > 0),
};
/** Subschemas are checked when they are compiled. */
const SCHEMA: ValueKind = { name: 'a schema, which is an object or a boolean', has: (value) => typeof value === 'boolean' || isObject(value) };
const SCHEMAS: ValueKind = {
  name: 'a list of one schema or more',
  has: (value) => Array.isArray(value) && value.length > 0,
};
const SCHEMA_OR_SCHEMAS: ValueKind = { name: 'a schema, or a list of one or more', has: (value) => SCHEMA.has(value) || SCHEMAS.has(value) };
const SCHEMAS_BY_NAME: ValueKind = { name: 'an object whose values are schemas', has: isObject };
const DEPENDENCIES: ValueKind = {
  name: 'an object whose values are schemas or lists of different strings',
  has: (value) => isObject(value) && Object.values(value).every((member) => !Array.isArray(member) || NAMES.has(member)),
};

/**
 * The keywords of draft-07.
 *
 * @see https://json-schema.org/draft-07/schema
 */
export const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $comment: { role: 'annotation', value: STRING },
  $id: { role: 'special', value: STRING },
  $ref: { role: 'special', value: STRING },
  $schema: { role: 'special', value: STRING },
  additionalItems: { role: 'special', value: SCHEMA },
  additionalProperties: { role: 'special', value: SCHEMA },
  allOf: { role: 'schemas', value: SCHEMAS },
  anyOf: { role: 'schemas', value: SCHEMAS },
  const: { role: 'comparison', value: ANYTHING },
  contains: { role: 'schema', value: SCHEMA },
  contentEncoding: { role: 'annotation', value: STRING },
  contentMediaType: { role: 'annotation', value: STRING },
  default: { role: 'annotation', value: ANYTHING },
  definitions: { role: 'special', value: SCHEMAS_BY_NAME },
  dependencies: { role: 'special', value: DEPENDENCIES },
  description: { role: 'annotation', value: STRING },
  else: { role: 'special', value: SCHEMA },
  enum: { role: 'comparison', value: LIST },
  examples: { role: 'annotation', value: LIST },
  exclusiveMaximum: { role: 'assertion', value: NUMBER },
  exclusiveMinimum: { role: 'assertion', value: NUMBER },
  format: { role: 'annotation', value: STRING },
  if: { role: 'special', value: SCHEMA },
  items: { role: 'special', value: SCHEMA_OR_SCHEMAS },
  maxItems: { role: 'assertion', value: COUNT },
  maxLength: { role: 'assertion', value: COUNT },
  maxProperties: { role: 'assertion', value: COUNT },
  maximum: { role: 'assertion', value: NUMBER },
  minItems: { role: 'assertion', value: COUNT },
  minLength: { role: 'assertion', value: COUNT },
  minProperties: { role: 'assertion', value: COUNT },
  minimum: { role: 'assertion', value: NUMBER },
  multipleOf: { role: 'special', value: NUMBER },
  not: { role: 'schema', value: SCHEMA },
  oneOf: { role: 'schemas', value: SCHEMAS },
  pattern: { role: 'special', value: STRING },
  patternProperties: { role: 'special', value: SCHEMAS_BY_NAME },
  properties: { role: 'schemasByName', value: SCHEMAS_BY_NAME },
  propertyNames: { role: 'schema', value: SCHEMA },
  readOnly: { role: 'special', value: BOOLEAN },
  required: { role: 'assertion', value: NAMES },
  then: { role: 'special', value: SCHEMA },
  title: { role: 'annotation', value: STRING },
  type: { role: 'special', value: TYPE },
  uniqueItems: { role: 'assertion', value: BOOLEAN },
  writeOnly: { role: 'annotation', value: BOOLEAN },
};

function isType(value: SchemaValue): boolean {
  return TYPES.includes(value as string);
}

function isListOfDifferent(value: SchemaValue, test: (element: SchemaValue) => boolean): boolean {
  return Array.isArray(value) && value.every(test) && new Set(value).size === value.length;
}
