import { isNumber, isObject, type Json, type JsonObject, valueAt } from './json';

/** How a field is edited. What has no kind of its own is edited as JSON. */
export type Kind = 'text' | 'number' | 'choice' | 'checkbox' | 'group' | 'json';

export interface Field {
  /** The JSON pointer to the value, which the violations of the API use (RFC 6901). */
  readonly pointer: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly hint?: string;
  /** Whether the profile must have a value. A group that nobody has filled in needs none of its members. */
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
    ? membersOf(schema, { root: schema, values: profile, path: [], isRequired: true, fixed })
    : [{ pointer: '', path: [], label: 'Profile (JSON)', required: true, readOnly: false, kind: 'json', schema: {}, fields: [] }];
}

interface Parent {
  readonly root: JsonObject;
  readonly values: JsonObject | undefined;
  readonly path: readonly string[];
  readonly isRequired: boolean;
  readonly fixed: FixedKinds;
}

function membersOf(schema: JsonObject, { root, values, path: parentPath, isRequired, fixed }: Parent): Field[] {
  const names = isRequired && Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties as JsonObject).map(([name, property]) => {
    const member = resolved(property, root);
    const path = [...parentPath, name];
    const pointer = pointerTo(path);
    const value = valueAt(values, [name]);
    const required = names.includes(name);
    const isEditedGroup = Object.keys(fixed).some((edited) => edited.startsWith(`${pointer}/`));
    const kind = isEditedGroup ? 'group' : fixed[pointer]?.kind ?? kindOf(member, value, path.length);
    const group = { root, values: isObject(value) ? value : undefined, path, isRequired: required || value !== undefined, fixed };
    return {
      pointer,
      path,
      label: typeof member.title === 'string' ? member.title : name,
      hint: typeof member.description === 'string' ? member.description : undefined,
      required,
      readOnly: member.readOnly === true,
      kind,
      schema: member,
      fields: kind === 'group' ? membersOf(member, group) : [],
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

/** Follows references to `#/definitions/<name>`. A title or description beside the reference stays, and so does a reference that leads elsewhere. */
function resolved(schema: Json, root: JsonObject, visited: readonly Json[] = []): JsonObject {
  if (!isObject(schema)) {
    return {};
  }
  const { $ref: reference, ...beside } = schema;
  const [, name] = /^#\/definitions\/([^/]+)$/.exec(String(reference)) ?? [];
  const definition = name === undefined ? undefined : valueAt(root, ['definitions', unescaped(name)]);
  return definition === undefined || visited.includes(definition) ? schema : { ...resolved(definition, root, [...visited, definition]), ...beside };
}

function unescaped(name: string): string {
  return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Returns the fields and those of all groups. */
export function allFields(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...allFields(field.fields)]);
}
