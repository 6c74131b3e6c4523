import { Automaton } from './pattern/automaton';

/** A JSON value in a schema. */
export type SchemaValue = null | boolean | number | string | SchemaValue[] | SchemaObject;
export interface SchemaObject { [key: string]: SchemaValue }

/** The index of a schema, or of a pattern, in a `ProfileSchemaDocument`. */
export type Index = number;

/**
 * A compiled schema or subschema: the keywords of draft-07 that affect validation, with indexes instead of subschemas and patterns.
 */
export interface CompiledSchema {
  readonly $ref?: Index;
  readonly additionalItems?: Index | false;
  readonly additionalProperties?: Index | false;
  readonly allOf?: readonly Index[];
  readonly anyOf?: readonly Index[];
  readonly const?: SchemaValue;
  readonly contains?: Index;
  readonly dependencies?: Readonly<Record<string, Index | readonly string[]>>;
  readonly else?: Index;
  readonly enum?: readonly SchemaValue[];
  readonly exclusiveMaximum?: number;
  readonly exclusiveMinimum?: number;
  /** The schema `false`. */
  readonly false?: true;
  readonly if?: Index;
  readonly items?: Index | readonly Index[];
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly maxProperties?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minProperties?: number;
  readonly minimum?: number;
  readonly multipleOf?: number;
  readonly not?: Index;
  readonly oneOf?: readonly Index[];
  readonly pattern?: Index;
  /** Pairs of a pattern and the schema of the properties that it matches. */
  readonly patternProperties?: readonly (readonly [Index, Index])[];
  readonly properties?: Readonly<Record<string, Index>>;
  readonly propertyNames?: Index;
  readonly required?: readonly string[];
  readonly then?: Index;
  readonly type?: readonly string[];
  readonly uniqueItems?: boolean;
  /** Whether several schemas refer to it, so that it may apply to a value more than once. */
  readonly shared?: true;
}

/** The read-only properties of an object: names with `true`, or with the read-only properties within. */
export interface ReadOnlyProperties { readonly [name: string]: true | ReadOnlyProperties }

/** A compiled profile schema, which the construct deploys for the handlers of both languages. */
export interface ProfileSchemaDocument {
  /** The first schema is that of the profile. */
  readonly schemas: readonly CompiledSchema[];
  readonly patterns: readonly Automaton[];
  readonly readOnly: ReadOnlyProperties;
}

/** A fault in a schema, at a JSON pointer. */
export interface SchemaFault {
  readonly pointer: string;
  readonly value: unknown;
  /** The problem and the remedy, as in a `PropError`. */
  readonly problemAndRemedy: string;
}

/** Returns the subschemas that apply to the same value as the schema. */
export function schemasOfSameValue(schema: CompiledSchema): Index[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [], not, dependencies = {} } = schema;
  const singles = [$ref, not, schema.if, schema.then, schema.else, ...Object.values(dependencies)];
  return [...allOf, ...anyOf, ...oneOf, ...singles.filter(isIndex)];
}

/** Returns all subschemas of a schema. */
export function partsOf(schema: CompiledSchema): Index[] {
  const { properties = {}, patternProperties = [], additionalProperties, items, additionalItems, contains, propertyNames } = schema;
  const ofMembers = [
    ...Object.values(properties), ...patternProperties.map(([, part]) => part), additionalProperties, [items].flat(), additionalItems,
    contains, propertyNames,
  ].flat();
  return [...schemasOfSameValue(schema), ...ofMembers.filter(isIndex)];
}

/** Whether the value of a keyword is the index of a schema. */
export function isIndex(part: unknown): part is Index {
  return typeof part === 'number';
}

export function isObject(value: SchemaValue | undefined): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Appends a name or an index to a JSON pointer (RFC 6901). */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
