import { JsonValue } from '../../../src/handlers/nodejs/domain/json';
import { sizeOf } from '../../../src/handlers/nodejs/store/size';

/** Requests that take as much work as any that are permitted. */
export interface CostCase {
  readonly name: string;
  /** The body of `POST` and `PATCH`. */
  readonly body: string;
}

/** How much longer than the profile in DynamoDB a body may be. */
const LONGEST_BODY = 6;

/** Single values, by which a list is filled: the smaller the more of them fit. */
const ELEMENTS: Record<string, JsonValue> = {
  'empty strings': '',
  'zeros': 0,
  'nulls': null,
  'booleans': true,
  'digits': 7,
  'negative numbers': -7,
  'fractions': 0.1,
  'numbers of 17 digits': 0.12345678901234568,
  'small numbers of 17 digits': -1.2345678901234567e-120,
  'empty lists': [],
  'empty objects': {},
  'lists as deep as may be': nested(29, (inner) => [inner]),
  'objects as deep as may be': nested(29, (inner) => ({ a: inner })),
  'objects of one key': { a: '' },
  'letters': 'a',
  'non-ASCII letters': 'é',
  'characters beyond the basic plane': '\u{1F600}',
  'escaped characters': '\u0001',
};

/** Single characters, of which one long string is made. */
const CHARACTERS: Record<string, string> = {
  'ASCII': 'a',
  'non-ASCII letters': 'é',
  'characters beyond the basic plane': '\u{1F600}',
  'escaped characters': '\u0001',
  'quotes': '"',
};

/** The names of the cases that take longest. */
export const COSTLIEST = /^a list of (empty strings|objects as deep as may be|empty strings, and zeros that are replaced)$|^many keys$/;

/** The costliest profiles of a size in DynamoDB. */
export function costCases(maxProfileSize: number): CostCase[] {
  const emptyStrings = `"a":${JSON.stringify(filledList('', maxProfileSize))}`;
  const zeros = '0,'.repeat((LONGEST_BODY * maxProfileSize - emptyStrings.length) / 2 - 10);
  return [
    ...Object.entries(ELEMENTS).map(([name, element]) => (
      { name: `a list of ${name}`, body: JSON.stringify({ a: filledList(element, maxProfileSize) }) }
    )),
    ...Object.entries(CHARACTERS).map(([name, character]) => (
      { name: `a string of ${name}`, body: JSON.stringify({ a: character.repeat((maxProfileSize - 5) / Buffer.byteLength(character)) }) }
    )),
    { name: 'many keys', body: JSON.stringify(manyKeys(maxProfileSize)) },
    // JSON lets a key come twice, and the last one counts.
    { name: 'a list of empty strings, and zeros that are replaced', body: `{"b":[${zeros}0],"b":0,${emptyStrings}}` },
  ];
}

function nested(levels: number, wrap: (inner: JsonValue) => JsonValue): JsonValue {
  return Array.from({ length: levels }).reduce<JsonValue>(wrap, '');
}

/** A list that fills a profile, but for a few bytes, under the key `a`. */
function filledList(element: JsonValue, maxProfileSize: number): JsonValue[] {
  return Array.from({ length: Math.floor((maxProfileSize - 20) / (1 + sizeOf(element))) }, () => element);
}

function manyKeys(maxProfileSize: number): Record<string, JsonValue> {
  const object: Record<string, JsonValue> = {};
  let size = 20;
  for (let index = 0; ; index++) {
    const key = index.toString(36);
    size += 1 + key.length;
    if (size > maxProfileSize) {
      return object;
    }
    object[`${key}`] = '';
  }
}
