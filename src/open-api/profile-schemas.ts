import { isObject, SchemaObject, SchemaValue } from '../profile-schema/document';

/** The schemas of a profile in an OpenAPI description, by their names in `components.schemas`. */
export interface ProfileSchemas {
  readonly [name: string]: SchemaObject;
}

const ANYTHING: SchemaObject = {};
const NOTHING: SchemaObject = { not: {} };
const NULL: SchemaObject = { type: 'null' };

/**
 * Keywords that are left out. Definitions become schemas of their own. Clients would send defaults, in a patch too, or expect them in responses,
 * but the API does not apply them.
 */
const LEFT_OUT = ['$schema', '$id', '$comment', 'definitions', 'default'];
/** Keywords that apply to an object as a whole: to the result of a merge patch, and not to the patch. */
const OF_WHOLE_OBJECTS = [
  'const', 'dependencies', 'else', 'enum', 'if', 'maxProperties', 'minProperties', 'not', 'propertyNames', 'required', 'then',
];
/** Keywords beside which a second type can't be added. */
const COMBINING = ['allOf', 'anyOf', 'const', 'enum', 'if', 'not', 'oneOf'];

/**
 * Converts a JSON Schema of draft-07 to the schemas of an OpenAPI 3.1 description, which have the dialect 2020-12: `ProfileData`, the profile,
 * and `ProfilePatch`, a JSON merge patch of it. Each definition becomes two schemas, one for each of them.
 *
 * The schema must be one that `readProfileSchema()` accepts: definitions are at the root, and references lead to them or to the root.
 *
 * @see https://json-schema.org/draft/2020-12/release-notes
 */
export function profileSchemas(schema: SchemaObject): ProfileSchemas {
  const { data, patch } = converters(schema, '');
  const entries = [['', schema] as const, ...definitionsOf(schema)];
  return Object.fromEntries([
    ...entries.map(([name, definition]) => [data.componentName(name), data.convert(definition)]),
    ...entries.map(([name, definition]) => [patch.componentName(name), patch.patchOf(definition)]),
  ]);
}

/**
 * Converts a JSON Schema with read-only properties to the schemas of what administrators send, who can write these properties:
 * `UserProfileData` and `UserProfilePatch`. Definitions have no read-only properties, so their schemas are those of `profileSchemas()`.
 */
export function administratorSchemas(schema: SchemaObject): ProfileSchemas {
  const { data, patch } = converters(schema, 'User');
  const writable = withoutReadOnly(schema);
  return { [data.componentName('')]: data.convert(writable), [patch.componentName('')]: patch.patchOf(writable) };
}

/** Converters to the profile and to its patch. */
function converters(schema: SchemaObject, prefix: string): { readonly data: Converter; readonly patch: Converter } {
  const names = uniqueNames(definitionsOf(schema).map(([name]) => name));
  const converterTo = (component: string) => new Converter((name) => (name === '' ? prefix + component : component + names.get(name)));
  return { data: converterTo('ProfileData'), patch: converterTo('ProfilePatch') };
}

class Converter {
  constructor(public readonly componentName: (definition: string) => string) {}

  /** Converts the keywords that differ between draft-07 and 2020-12. */
  public convert(schema: SchemaValue): SchemaObject {
    if (!isObject(schema)) {
      return schema === false ? NOTHING : ANYTHING;
    }
    const entries = Object.entries(schema).filter(([keyword]) => !LEFT_OUT.includes(keyword));
    return Object.assign({}, ...entries.map(([keyword, value]) => this.convertKeyword(keyword, value, schema)));
  }

  /**
   * Returns the schema of a JSON merge patch (RFC 7396): no property is required, and null removes a property that is neither required nor
   * read-only.
   *
   * Conditions on the whole object, such as `dependencies`, apply only to the result of the patch.
   */
  public patchOf(schema: SchemaValue): SchemaObject {
    if (!isObject(schema)) {
      return this.convert(schema);
    }
    if (schema.$ref !== undefined) {
      return { $ref: this.reference(schema.$ref as string) };
    }
    if (!admitsObjects(schema)) {
      return this.convert(schema);
    }
    const { properties, patternProperties, additionalProperties, allOf, anyOf, oneOf, ...others } = schema;
    const required = Array.isArray(schema.required) ? schema.required : [];
    const patchMembers = (members: SchemaValue) => mapValues(members as SchemaObject, (name, member) => (
      required.includes(name) || isReadOnly(member) ? this.patchOf(member) : orNull(this.patchOf(member))
    ));
    // A patch can match several of the schemas of which its result matches one.
    const choices = [...schemasIn(anyOf), ...schemasIn(oneOf)];
    return {
      ...this.convert(Object.fromEntries(Object.entries(others).filter(([keyword]) => !OF_WHOLE_OBJECTS.includes(keyword)))),
      ...properties !== undefined && { properties: patchMembers(properties) },
      ...patternProperties !== undefined && { patternProperties: patchMembers(patternProperties) },
      // A patch can remove properties that its result must not have.
      ...additionalProperties !== undefined && additionalProperties !== false && { additionalProperties: orNull(this.patchOf(additionalProperties)) },
      ...allOf !== undefined && { allOf: schemasIn(allOf).map((part) => this.patchOf(part)) },
      ...choices.length > 0 && { anyOf: choices.map((choice) => this.patchOf(choice)) },
    };
  }

  private convertKeyword(keyword: string, value: SchemaValue, schema: SchemaObject): SchemaObject {
    switch (keyword) {
      case '$ref':
        return { $ref: this.reference(value as string) };
      case 'items':
        return Array.isArray(value) ? { prefixItems: value.map((item) => this.convert(item)) } : { items: this.convert(value) };
      case 'additionalItems':
        if (!Array.isArray(schema.items)) {
          return {};
        }
        // Not every generator reads `items: false`.
        return value === false ? { maxItems: Math.min(schema.items.length, schema.maxItems as number ?? Infinity) } : { items: this.convert(value) };
      case 'maxItems':
        return Array.isArray(schema.items) && schema.additionalItems === false ? {} : { maxItems: value };
      case 'const':
        // Not every generator reads `const`, but all read an enumeration that has a type.
        return isScalar(value) ? { type: schema.type ?? typeof value, enum: [value] } : { const: value };
      case 'dependencies':
        return dependencies(value as SchemaObject, (member) => this.convert(member));
      case 'properties':
      case 'patternProperties':
        return { [keyword]: mapValues(value as SchemaObject, (_, member) => this.convert(member)) };
      case 'allOf':
      case 'anyOf':
      case 'oneOf':
        return { [keyword]: schemasIn(value).map((member) => this.convert(member)) };
      case 'additionalProperties':
        return { [keyword]: isObject(value) ? this.convert(value) : value };
      case 'contains':
      case 'else':
      case 'if':
      case 'not':
      case 'propertyNames':
      case 'then':
        return { [keyword]: this.convert(value) };
      default:
        return { [keyword]: value };
    }
  }

  private reference(reference: string): string {
    return `#/components/schemas/${this.componentName(reference.replace(/^#(?:\/definitions\/)?/, ''))}`;
  }
}

/** In 2020-12, `dependencies` are two keywords. */
function dependencies(members: SchemaObject, convert: (member: SchemaValue) => SchemaObject): SchemaObject {
  const [required, schemas] = [true, false].map((isList) => Object.entries(members).filter(([, member]) => Array.isArray(member) === isList));
  return {
    ...required.length > 0 && { dependentRequired: Object.fromEntries(required) },
    ...schemas.length > 0 && { dependentSchemas: Object.fromEntries(schemas.map(([name, member]) => [name, convert(member)])) },
  };
}

/** Whether a value that matches the schema can be an object, which a merge patch can change in part. */
function admitsObjects(schema: SchemaObject): boolean {
  const values = 'const' in schema ? [schema.const] : schema.enum;
  return Array.isArray(values) ? values.some(isObject) : schema.type === undefined || [schema.type].flat().includes('object');
}

/** The definitions. No reference leads to one with an empty name. */
function definitionsOf({ definitions }: SchemaObject): [string, SchemaValue][] {
  return isObject(definitions) ? Object.entries(definitions).filter(([name]) => name !== '') : [];
}

/** Read-only properties are reached through `properties` alone. */
function withoutReadOnly(schema: SchemaObject): SchemaObject {
  const { readOnly, properties, ...others } = schema;
  return isObject(properties)
    ? { ...others, properties: mapValues(properties, (_, member) => (isObject(member) ? withoutReadOnly(member) : member)) }
    : others;
}

function isScalar(value: SchemaValue): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isReadOnly(schema: SchemaValue): boolean {
  return isObject(schema) && schema.readOnly === true;
}

function orNull(schema: SchemaObject): SchemaObject {
  if (Object.keys(schema).length === 0 || schema.type === 'null') {
    return schema;
  }
  return typeof schema.type === 'string' && !COMBINING.some((keyword) => keyword in schema)
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, NULL] };
}

/** Returns a name in Pascal case for each definition. */
function uniqueNames(definitions: string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of definitions) {
    const name = definition.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
    const taken = [...names.values()].filter((other) => other.replace(/_\d+$/, '') === name).length;
    names.set(definition, taken === 0 && name !== '' ? name : `${name}_${taken + 1}`);
  }
  return names;
}

function schemasIn(value: SchemaValue | undefined): SchemaValue[] {
  return Array.isArray(value) ? value : [];
}

function mapValues(object: SchemaObject, map: (name: string, member: SchemaValue) => SchemaValue): SchemaObject {
  return Object.fromEntries(Object.entries(object).map(([name, member]) => [name, map(name, member)]));
}
