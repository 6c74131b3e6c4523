import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { keptNumbers } from './json-arbitraries';

/** Numbers of DynamoDB: up to 38 digits, from 1E-130 to 9.99…E+125, spelled in several ways. */
const numbers: fc.Arbitrary<string> = fc.oneof(
  keptNumbers.map(String),
  fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 38n - 1n }), fc.integer({ min: -130, max: 125 }), fc.constantFrom('', '-'))
    .map(([digits, exponent, minus]) => `${minus}${digits}E${exponent - (String(digits).length - 1)}`),
  fc.constantFrom(
    '0', '-0', '0.0', '100', '0.10', '1e5', '1E+100', '1E-120', '9007199254740993', '0.30000000000000004', '0.1234567890123456789',
    '1E-130', '-1E-130', '9.9999999999999999999999999999999999999E+125', '-9.9999999999999999999999999999999999999E+125',
    '12345678901234567890123456789012345678', '-1.2345678901234567890123456789012345678',
  ),
);

const strings = fc.string({ unit: 'binary', maxLength: 6 });
const bytes = fc.uint8Array({ maxLength: 6 });
/** Numbers of a set differ by value; those of this one have doubles that do not. */
const numberSets = fc.oneof(
  fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 3 }).map((set) => set.map(String)),
  fc.constant<string[]>(['0.1234567890123456789', '0.12345678901234567890123', '1E+30', '9.9999999999999999999999999999999999999E+125']),
);

/** Names that mean something on objects of JavaScript or Python, or in DynamoDB's JSON. */
const names = fc.constantFrom('a', 'b', 'constructor', 'toString', 'attribute', 'json', 'N', 'SS', '__class__', '10', '2', 'é');

/** Attributes of every type of DynamoDB's, and of those that have others in them. */
export const attributes: fc.Arbitrary<AttributeValue> = fc.letrec<Record<'value' | 'map', AttributeValue>>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      numbers.map((N) => ({ N })),
      strings.map((S) => ({ S })),
      bytes.map((B) => ({ B })),
      fc.boolean().map((BOOL) => ({ BOOL })),
      fc.constant({ NULL: true as const }),
      fc.uniqueArray(strings, { minLength: 1, maxLength: 3 }).map((SS) => ({ SS })),
      numberSets.map((NS) => ({ NS })),
      fc.uniqueArray(bytes, { minLength: 1, maxLength: 3, selector: String }).map((BS) => ({ BS })),
    ),
    fc.array(tie('value'), { maxLength: 3 }).map((L) => ({ L })),
    tie('map'),
  ),
  map: maps(tie('value')),
})).value;

/** Maps of attributes, as profile data mostly is. */
export const attributeMaps = maps(attributes);

function maps(members: fc.Arbitrary<AttributeValue>): fc.Arbitrary<AttributeValue.MMember> {
  return fc.dictionary(names, members, { maxKeys: 4, noNullPrototype: true }).map((M) => ({ M }));
}
