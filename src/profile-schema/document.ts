import { Automaton } from './pattern/automaton';

/** A JSON value as it stands in a schema. */
export type SchemaValue = null | boolean | number | string | SchemaValue[] | SchemaObject;
export interface SchemaObject { [key: string]: SchemaValue }

/** The index of a schema, or of a pattern, in a `ProfileSchemaDocument`. */
export type Index = number;

/**
 * A schema or subschema as it is deployed: the keywords of draft-07 that decide, with the indexes of subschemas and patterns in place of
 * these.
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
  /** Whether it stands at several places, so that it may be applied to one value more than once. */
  readonly shared?: true;
}

/** The read-only properties at and below an object: a property is one itself, or leads to some. */
export interface ReadOnlyProperties { readonly [name: string]: true | ReadOnlyProperties }

/** A profile schema as the construct deploys it for the handlers of both languages. */
export interface ProfileSchemaDocument {
  /** The schema of the profile is the first one. */
  readonly schemas: readonly CompiledSchema[];
  readonly patterns: readonly Automaton[];
  readonly readOnly: ReadOnlyProperties;
}

/** What keeps a schema from being used, at a JSON pointer into it. */
export interface SchemaFault {
  readonly pointer: string;
  readonly value: unknown;
  /** The problem and the remedy, as in a `PropError`. */
  readonly problemAndRemedy: string;
}

/** The schemas that a schema applies to the very value that it is applied to itself. */
export function schemasOfSameValue(schema: CompiledSchema): Index[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [], not, dependencies = {} } = schema;
  const singles = [$ref, not, schema.if, schema.then, schema.else, ...Object.values(dependencies)];
  return [...allOf, ...anyOf, ...oneOf, ...singles.filter(isIndex)];
}

/** All schemas that a schema applies. */
export function partsOf(schema: CompiledSchema): Index[] {
  const { properties = {}, patternProperties = [], additionalProperties, items, additionalItems, contains, propertyNames } = schema;
  const ofMembers = [
    ...Object.values(properties), ...patternProperties.map(([, part]) => part), additionalProperties, [items].flat(), additionalItems,
    contains, propertyNames,
  ].flat();
  return [...schemasOfSameValue(schema), ...ofMembers.filter(isIndex)];
}

/** Whether something stands for a schema. */
export function isIndex(part: unknown): part is Index {
  return typeof part === 'number';
}

export function isObject(value: SchemaValue | undefined): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name or index as a part of a JSON pointer (RFC 6901). */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
