import { isNumber, isObject, type Json, type JsonObject } from './json';

/** How a field is edited. What has no kind of its own is edited as JSON. */
export type Kind = 'text' | 'number' | 'choice' | 'checkbox' | 'group' | 'json';

export interface Field {
  /** The JSON pointer to the value, which the violations of the API use (RFC 6901). */
  readonly pointer: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly kind: Kind;
  /** The schema, without references. */
  readonly schema: JsonObject;
  /** The fields of a group. */
  readonly fields: readonly Field[];
}

/** The kinds of fields that must stay as they are, by JSON pointer, because a person has entered something. */
export type FixedKinds = Readonly<Record<string, { readonly kind: Kind }>>;

/** Returns the fields of a profile, in the order of the schema. Without a schema, the profile is one field. */
export function fieldsOf(schema: JsonObject | undefined, profile: JsonObject, fixed: FixedKinds = {}): readonly Field[] {
  return isObject(schema?.properties)
    ? membersOf(schema, schema, profile, [], fixed)
    : [{ pointer: '', path: [], label: 'Profile (JSON)', required: true, readOnly: false, kind: 'json', schema: {}, fields: [] }];
}

function membersOf(schema: JsonObject, root: JsonObject, values: JsonObject, parent: readonly string[], fixed: FixedKinds): Field[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties as JsonObject).map(([name, property]) => {
    const member = resolved(property, root);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const path = [...parent, name];
    const pointer = pointerTo(path);
    const isEditedGroup = Object.keys(fixed).some((edited) => edited.startsWith(`${pointer}/`));
    const kind = isEditedGroup ? 'group' : fixed[pointer]?.kind ?? kindOf(member, value, path.length);
    return {
      pointer,
      path,
      label: typeof member.title === 'string' ? member.title : name,
      hint: typeof member.description === 'string' ? member.description : undefined,
      required: required.includes(name),
      readOnly: member.readOnly === true,
      kind,
      schema: member,
      fields: kind === 'group' ? membersOf(member, root, isObject(value) ? value : {}, path, fixed) : [],
    };
  });
}

export function pointerTo(path: readonly string[]): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Returns a kind that can show the value, which may not match the schema if other code stored it. */
function kindOf(schema: JsonObject, value: Json | undefined, depth: number): Kind {
  const is = (test: boolean) => value === undefined || test;
  const choices = choicesOf(schema);
  if (choices.length > 0) {
    return is(choices.some((choice) => choice === value)) ? 'choice' : 'json';
  }
  if (['allOf', 'anyOf', 'oneOf', 'enum', 'const', '$ref'].some((keyword) => keyword in schema)) {
    return 'json';
  }
  switch (schema.type) {
    case 'string':
      return is(typeof value === 'string') ? 'text' : 'json';
    case 'number':
    case 'integer':
      return is(isNumber(value)) ? 'number' : 'json';
    case 'boolean':
      return is(typeof value === 'boolean') ? 'checkbox' : 'json';
    case 'object':
      // A schema can contain itself.
      return isObject(schema.properties) && !schema.readOnly && is(isObject(value)) && depth < 5 ? 'group' : 'json';
    default:
      return 'json';
  }
}

/** Returns the values of an enumeration, or an empty list if they can't be the options of a list. */
export function choicesOf(schema: JsonObject): readonly (string | number | boolean)[] {
  const values = Array.isArray(schema.enum) ? schema.enum : [];
  return values.every((value) => ['string', 'number', 'boolean'].includes(typeof value)) ? values as (string | number | boolean)[] : [];
}

/** Follows references to `#/definitions/<name>`. A reference that leads elsewhere stays. */
function resolved(schema: Json, root: JsonObject): JsonObject {
  const visited = new Set<Json>();
  let current = schema;
  while (isObject(current) && typeof current.$ref === 'string' && !visited.has(current)) {
    visited.add(current);
    const [, name] = /^#\/definitions\/([^/]+)$/.exec(current.$ref) ?? [];
    const definition = name !== undefined && isObject(root.definitions) ? root.definitions[unescaped(name)] : undefined;
    if (definition === undefined) {
      break;
    }
    current = definition;
  }
  return isObject(current) ? current : {};
}

function unescaped(name: string): string {
  return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Returns the fields and those of all groups. */
export function allFields(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...allFields(field.fields)]);
}
