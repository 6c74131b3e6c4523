import { allFields, type Field } from './fields';
import { isNumber } from './json';
import type { components } from '../profile-api';

export type Violation = components['schemas']['Violation'];

/** What is wrong with a profile: by the JSON pointer of the field, and what belongs to no field. */
export interface Messages {
  readonly ofFields: ReadonlyMap<string, readonly string[]>;
  readonly others: readonly string[];
}

/** Assigns violations to the fields that contain the value, and puts them into words. */
export function messagesOf(violations: readonly Violation[], fields: readonly Field[]): Messages {
  const ofFields = new Map<string, string[]>();
  const others: string[] = [];
  for (const violation of violations) {
    const field = fieldOf(violation.pointer, fields);
    if (field === undefined) {
      others.push(violation.pointer === '' ? violation.detail : `${violation.pointer}: ${violation.detail}`);
    } else {
      const isInside = violation.pointer !== field.pointer;
      const text = isInside ? `${violation.pointer.slice(field.pointer.length)}: ${violation.detail}` : wordsFor(violation, field);
      ofFields.set(field.pointer, [...ofFields.get(field.pointer) ?? [], text]);
    }
  }
  return { ofFields, others };
}

/** Returns the innermost field that contains the value of a pointer. */
function fieldOf(pointer: string, fields: readonly Field[]): Field | undefined {
  return allFields(fields)
    .filter((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`))
    .sort((a, b) => b.pointer.length - a.pointer.length)[0];
}

/** Returns a text that names the limit, if the schema of the field has it. Otherwise returns the text of the API. */
function wordsFor({ keyword, detail }: Violation, { schema, kind }: Field): string {
  const limit = schema[keyword];
  const number = isNumber(limit) ? JSON.stringify(limit) : undefined;
  const plural = (noun: string) => (number === '1' ? noun : `${noun}s`);
  switch (keyword) {
    case 'required':
      return kind === 'choice' ? 'Choose a value.' : 'Enter a value.';
    case 'minLength':
      return number === undefined ? detail : `Enter at least ${number} ${plural('character')}.`;
    case 'maxLength':
      return number === undefined ? detail : `Enter at most ${number} ${plural('character')}.`;
    case 'minimum':
      return number === undefined ? detail : `Enter a number that is not below ${number}.`;
    case 'maximum':
      return number === undefined ? detail : `Enter a number that is not above ${number}.`;
    case 'exclusiveMinimum':
      return number === undefined ? detail : `Enter a number above ${number}.`;
    case 'exclusiveMaximum':
      return number === undefined ? detail : `Enter a number below ${number}.`;
    case 'multipleOf':
      return number === undefined ? detail : `Enter a multiple of ${number}.`;
    case 'maxItems':
      return number === undefined ? detail : `Enter at most ${number} ${plural('item')}.`;
    case 'minItems':
      return number === undefined ? detail : `Enter at least ${number} ${plural('item')}.`;
    case 'uniqueItems':
      return 'Enter each item only once.';
    case 'type':
      return schema.type === 'integer' ? 'Enter a whole number.' : detail;
    default:
      return detail;
  }
}
