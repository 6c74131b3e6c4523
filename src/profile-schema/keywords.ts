/** What a keyword's value is. */
export type KeywordKind =
  /** Says nothing about which profiles are valid. */
  | 'annotation'
  | 'value' | 'schema' | 'schemas'
  /** Has a rule of its own. */
  | 'special';

/** The keywords of draft-07 by what their values are. */
export const KEYWORDS: Readonly<Record<string, KeywordKind>> = {
  $comment: 'annotation',
  $id: 'special',
  $ref: 'special',
  $schema: 'special',
  additionalItems: 'special',
  additionalProperties: 'special',
  allOf: 'schemas',
  anyOf: 'schemas',
  const: 'value',
  contains: 'schema',
  contentEncoding: 'annotation',
  contentMediaType: 'annotation',
  default: 'annotation',
  definitions: 'special',
  dependencies: 'special',
  description: 'annotation',
  else: 'special',
  enum: 'value',
  examples: 'annotation',
  exclusiveMaximum: 'value',
  exclusiveMinimum: 'value',
  format: 'annotation',
  if: 'special',
  items: 'special',
  maxItems: 'value',
  maxLength: 'value',
  maxProperties: 'value',
  maximum: 'value',
  minItems: 'value',
  minLength: 'value',
  minProperties: 'value',
  minimum: 'value',
  multipleOf: 'special',
  not: 'schema',
  oneOf: 'schemas',
  pattern: 'special',
  patternProperties: 'special',
  properties: 'special',
  propertyNames: 'schema',
  readOnly: 'special',
  required: 'value',
  then: 'special',
  title: 'annotation',
  type: 'value',
  uniqueItems: 'value',
  writeOnly: 'annotation',
};
