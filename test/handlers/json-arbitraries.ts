import fc from 'fast-check';
import { JsonObject, JsonValue } from '../../src/handlers/nodejs/domain/json';

/** Names that mean something on objects of JavaScript or Python, or sort before others there. */
const TELLING_KEYS = [
  'constructor', 'toString', 'hasOwnProperty', '__class__', 'prototype', '0', '10', 'a', 'A', ' ', '\u0000', 'é', 'e\u0301',
];

/** A number that is kept: any double of a magnitude that DynamoDB and JSON's readers share. */
export const keptNumbers: fc.Arbitrary<number> = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -100, max: 100 }),
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -130, max: 0 })).map(([digits, exponent]) => Number(`${digits}e${exponent}`)),
  fc.double({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, noNaN: true }),
  fc.constantFrom(1e-130, -1e-130, 0.1, Number.MAX_SAFE_INTEGER, -0),
).filter((number) => number === 0 || Math.abs(number) >= 1e-130);

/** All of Unicode but lone surrogates. */
export const texts: fc.Arbitrary<string> = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 }));

const keptKeys: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TELLING_KEYS),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
).filter((key) => key !== '__proto__');

/** Profile data that is kept, with the keys at hand. */
export function keptObjects(keys: fc.Arbitrary<string> = keptKeys): fc.Arbitrary<JsonObject> {
  const { object } = fc.letrec<{ value: JsonValue; object: JsonObject; array: JsonValue[] }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(fc.constantFrom(null, true, false), keptNumbers, texts),
      tie('object'),
      tie('array'),
    ),
    object: fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    array: fc.array(tie('value'), { maxLength: 3 }),
  }));
  return object;
}

const space = fc.constantFrom('', '', '', ' ', '\n', '\t', '\r');
const spaced = (text: fc.Arbitrary<string>) => fc.tuple(space, text, space).map((parts) => parts.join(''));
const joined = (elements: fc.Arbitrary<string>, open: string, close: string) =>
  fc.array(elements, { maxLength: 4 }).map((parts) => open + parts.join(',') + close);

const numberTexts = fc.oneof(
  fc.stringMatching(/^-?(?:0|[1-9]\d{0,20})(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?$/),
  fc.constantFrom('9007199254740991', '9007199254740992', '9007199254740991.4', '1e-130', '9.99e-131', '4e-324', '1e-400', '1e309'),
  fc.constantFrom('-0', '1E+2', '-0.0e-0'),
  fc.constantFrom('NaN', '-Infinity', '01', '1.', '.5', '+1', '0x1', '\u0661', '1_000', '- 1'),
);
const stringTexts = fc.array(fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).map((character) => JSON.stringify(character).slice(1, -1)),
  fc.constantFrom('\\n', '\\/', '\\"', '\\\\', '\\b', '\u007f', '\u2028'),
  fc.stringMatching(/^\\u(?:[dD][89a-fA-F]|00)[0-9a-fA-F]{2}$/),
), { maxLength: 4 }).map((parts) => `"${parts.join('')}"`);
const keyTexts = fc.oneof(stringTexts, fc.constantFrom('"a"', '"a"', '""', '"__proto__"', '"\\u0061"', '"\\u005f_proto__"'));

/** JSON objects as text, some of which have what is refused. */
const objectTexts = fc.letrec<Record<'value' | 'object' | 'array', string>>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    spaced(fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('null', 'true', 'false') },
      { weight: 4, arbitrary: numberTexts },
      { weight: 2, arbitrary: stringTexts },
    )),
    tie('object'),
    tie('array'),
  ),
  object: joined(fc.tuple(spaced(keyTexts), tie('value')).map((member) => member.join(':')), '{', '}'),
  array: joined(tie('value'), '[', ']'),
})).object;

const SLIPS = [
  '', '{', '}', '[', ']', '"', ',', ':', '\\', '-', '+', '.', '0',
  'e', 'NaN', 'nul', '\u0000', '\u00a0', '\ufeff', '\u0660', '\ud800', '//',
];

/** The text, in a third of the cases with a character or two replaced, or something put between them. */
export function withSlips(text: fc.Arbitrary<string>, slips: readonly string[] = SLIPS): fc.Arbitrary<string> {
  const slip = fc.record({ at: fc.nat(), length: fc.nat({ max: 1 }), text: fc.constantFrom(...slips) });
  const made = fc.oneof(fc.constant([]), fc.constant([]), fc.array(slip, { minLength: 1, maxLength: 2 }));
  return fc.tuple(text, made).map(([whole, all]) => all.reduce((current, { at, length, text: other }) => {
    const start = at % (current.length + 1);
    return current.slice(0, start) + other + current.slice(start + length);
  }, whole));
}

/** A body with one number, of any size. */
export const numberBodyTexts: fc.Arbitrary<string> = numberTexts.map((number) => `{"a":${number}}`);

/** What may come as a body: mostly JSON, not all of it kept. */
export const bodyTexts: fc.Arbitrary<string> = withSlips(fc.oneof(
  { weight: 6, arbitrary: objectTexts },
  { weight: 1, arbitrary: fc.oneof(numberTexts, stringTexts, fc.constantFrom('[]', 'null', '', ' ')) },
  { weight: 1, arbitrary: fc.integer({ min: 28, max: 34 }).map((depth) => `{"a":${'['.repeat(depth)}1${']'.repeat(depth)}}`) },
));
