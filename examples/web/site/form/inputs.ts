import { choicesOf, type Field, type Kind } from './fields';
import { isObject, type Json, numberIn, parseJson, textOf } from './json';

/** What a person enters into a field: a text, or whether a box is checked. The text of a choice is its JSON text. */
export type Input = string | boolean;

/** Returns what a field shows for a value. */
export function inputOf(field: Field, value: Json | undefined): Input {
  if (field.readOnly) {
    return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : textOf(value);
  }
  switch (field.kind) {
    case 'checkbox':
      return value === true;
    case 'text':
      return textOf(value);
    default:
      return value === undefined ? '' : JSON.stringify(value, null, 2);
  }
}

/** The value that an input stands for: undefined removes the value. Or what is wrong with the input. */
export type Result = { readonly value: Json | undefined; readonly fault?: undefined } | { readonly fault: string };

/** Returns the value that an input stands for, by the kind of field that it was entered into. */
export function resultOf(kind: Kind, input: Input, field: Field): Result {
  if (typeof input === 'boolean') {
    return { value: input };
  }
  if (kind === 'text') {
    return { value: input === '' ? undefined : input };
  }
  const text = input.trim();
  if (text === '' && field.path.length > 0) {
    return { value: undefined };
  }
  switch (kind) {
    case 'number': {
      const value = numberIn(text);
      return value === undefined ? { fault: 'Enter a number, such as 12 or 0.5.' } : { value };
    }
    case 'choice':
      return { value: choicesOf(field.schema).find((choice) => JSON.stringify(choice) === text) };
    default:
      return parsed(text, field);
  }
}

function parsed(text: string, { path }: Field): Result {
  let value: Json;
  try {
    value = parseJson(text);
  } catch (error) {
    return { fault: `This is not JSON: ${(error as Error).message}.` };
  }
  return path.length > 0 || isObject(value) ? { value } : { fault: 'A profile is a JSON object, such as {"name": "Ann"}.' };
}
