import { allFields, type Field, fieldsOf, type Kind, pointerTo } from './fields';
import { type Input, inputOf, type Result, resultOf } from './inputs';
import { equal, isObject, type Json, type JsonObject, mergePatch, valueAt } from './json';

/** The inputs that have not been saved, by JSON pointer, with the kind of field that they were entered into. */
export type Edits = Readonly<Record<string, { readonly kind: Kind; readonly input: Input }>>;

/** The request that saves a form. */
export interface Change {
  readonly method: 'POST' | 'PATCH';
  readonly body: JsonObject;
}

/** A stored profile with the changes that a person makes to it. */
export class FormModel {
  public readonly fields: readonly Field[];
  private unsaved: Edits;

  /**
   * @param stored the stored profile, or undefined if there is none
   * @param edits the unsaved inputs of an earlier form
   * @param base the profile that the inputs change, if it is not the stored one because that was deleted
   */
  constructor(
    schema: JsonObject | undefined,
    private readonly stored: JsonObject | undefined,
    edits: Edits = {},
    public readonly base: JsonObject | undefined = stored,
  ) {
    this.fields = fieldsOf(schema, base ?? {}, edits);
    this.unsaved = edits;
  }

  public get edits(): Edits {
    return this.unsaved;
  }

  public get isChanged(): boolean {
    return Object.keys(this.unsaved).length > 0 || this.base !== this.stored;
  }

  public isEdited(field: Field): boolean {
    return Object.hasOwn(this.unsaved, field.pointer);
  }

  /** Returns what a field shows: what the person has entered, or the value before. */
  public inputOf(field: Field): Input {
    return this.isEdited(field) ? this.unsaved[field.pointer].input : this.baseInput(field);
  }

  public enter(field: Field, input: Input): void {
    const { [field.pointer]: _, ...others } = this.unsaved;
    // A box that is not checked can stand for a stored false or for no value. If the person uses it, it stands for false.
    const isUnchanged = field.kind !== 'checkbox' && input === this.baseInput(field);
    this.unsaved = isUnchanged ? others : { ...others, [field.pointer]: { kind: field.kind, input } };
  }

  /** Returns what is wrong with inputs that do not stand for a value, by JSON pointer. */
  public faults(): ReadonlyMap<string, string> {
    return new Map(allFields(this.fields).filter((field) => this.isEdited(field)).flatMap((field) => {
      const { fault } = this.resultOf(field);
      return fault === undefined ? [] : [[field.pointer, fault]];
    }));
  }

  /** Returns the value of a field with the changes. An input that does not stand for a value is a text. */
  public valueOf(field: Field): Json | undefined {
    if (!this.isEdited(field)) {
      return valueAt(this.base, field.path);
    }
    const result = this.resultOf(field);
    return result.fault === undefined ? result.value : this.unsaved[field.pointer].input;
  }

  /** Returns the profile with the changes. Members that the schema does not have stay as they are. */
  public profile(): JsonObject {
    if (this.isOneField) {
      const value = this.valueOf(this.fields[0]) ?? {};
      return isObject(value) ? value : {};
    }
    return this.changed(this.base ?? {}, this.fields);
  }

  /** Returns the request that saves the changes, or undefined if nothing differs from the stored profile. */
  public change(): Change | undefined {
    const profile = this.profile();
    if (this.stored === undefined) {
      // The API rejects read-only properties of a profile that does not exist.
      return { method: 'POST', body: without(profile, allFields(this.fields).filter(({ readOnly }) => readOnly)) };
    }
    if (equal(profile, this.stored)) {
      return undefined;
    }
    // A patch leaves alone what is not changed, such as a number that the API accepts from other code only.
    const patch = mergePatch(this.stored, profile);
    return patch ? { method: 'PATCH', body: patch } : { method: 'POST', body: profile };
  }

  /** Whether the whole profile is edited as JSON. */
  private get isOneField(): boolean {
    return this.fields[0]?.path.length === 0;
  }

  private baseInput(field: Field): Input {
    const value = valueAt(this.base, field.path);
    return inputOf(field, field.path.length === 0 ? value ?? {} : value);
  }

  private resultOf(field: Field): Result {
    const { kind, input } = this.unsaved[field.pointer];
    return resultOf(kind, input, field);
  }

  private changed(stored: JsonObject, fields: readonly Field[]): JsonObject {
    const members = new Map(Object.entries(stored));
    for (const field of fields) {
      const name = field.path.at(-1)!;
      const value = field.kind === 'group' ? this.changedGroup(members.get(name), field) : this.valueOf(field);
      if (value === undefined) {
        members.delete(name);
      } else {
        members.set(name, value);
      }
    }
    return Object.fromEntries(members);
  }

  /** Returns the object of a group. If it is empty because nothing was entered or everything was removed, returns undefined. */
  private changedGroup(stored: Json | undefined, field: Field): Json | undefined {
    const group = this.changed(isObject(stored) ? stored : {}, field.fields);
    const isEmpty = Object.keys(group).length === 0;
    const staysEmpty = stored !== undefined && (field.required || equal(stored, {}));
    return isEmpty && !staysEmpty ? undefined : group;
  }
}

function without(object: JsonObject, fields: readonly Field[]): JsonObject {
  const pointers = fields.map(({ pointer }) => pointer);
  const remaining = (members: JsonObject, path: readonly string[]): JsonObject => Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => {
      const memberPath = [...path, name];
      return pointers.includes(pointerTo(memberPath)) ? [] : [[name, isObject(value) ? remaining(value, memberPath) : value]];
    }),
  );
  return remaining(object, []);
}
