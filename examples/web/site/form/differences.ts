import { allFields, type Field } from './fields';
import { equal, type Json, type JsonObject, textOf, valueAt } from './json';
import type { FormModel } from './model';

/** A value that differs between the version of the person and the stored version. */
export interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly stored: string;
  /** Whether the person changed it. If not, only the stored version has changed. */
  readonly isMyChange: boolean;
}

/** Returns what differs between a form with changes and another stored version of the profile, or none. */
export function differences(mine: FormModel, stored: JsonObject | undefined): readonly Difference[] {
  const row = (label: string, mineValue: Json | undefined, storedValue: Json | undefined, isMyChange: boolean): Difference[] => (
    equal(mineValue, storedValue) ? [] : [{ label, mine: display(mineValue), stored: display(storedValue), isMyChange }]
  );
  const labels = labelsOf(mine.fields);
  const ofFields = allFields(mine.fields).filter(({ kind }) => kind !== 'group').flatMap((field) => (
    row(labels.get(field)!, mine.valueOf(field), valueAt(stored, field.path), mine.isEdited(field))
  ));
  const names = new Set([mine.base ?? {}, stored ?? {}].flatMap((profile) => Object.keys(profile)));
  const ofOthers = [...names]
    .filter((name) => !mine.fields.some(({ path }) => path.length === 0 || path[0] === name))
    .flatMap((name) => row(name, valueAt(mine.base, [name]), valueAt(stored, [name]), false));
  return [...ofFields, ...ofOthers];
}

function display(value: Json | undefined): string {
  return value === undefined ? 'Not set' : typeof value === 'boolean' ? (value ? 'Yes' : 'No') : textOf(value);
}

/** Returns the label of each field, with those of the groups around it. */
function labelsOf(fields: readonly Field[], prefix = ''): Map<Field, string> {
  return new Map(fields.flatMap((field) => [
    [field, `${prefix}${field.label}`] as const,
    ...labelsOf(field.fields, `${prefix}${field.label}: `),
  ]));
}
