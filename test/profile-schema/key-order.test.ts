import * as fc from 'fast-check';
import { readProfileSchema } from '../../src/profile-schema';
import { cases } from '../handlers/schema-cases.json';

/** The same JSON value with the keys of its objects in any order, as the maps of some languages have them. */
function reordered(value: any): fc.Arbitrary<any> {
  if (typeof value !== 'object' || value === null) {
    return fc.constant(value);
  }
  if (Array.isArray(value)) {
    return fc.tuple(...value.map(reordered));
  }
  const entries = Object.entries(value).map(([key, member]) => fc.tuple(fc.constant(key), reordered(member)));
  return fc.shuffledSubarray(entries, { minLength: entries.length }).chain((shuffled) => fc.tuple(...shuffled)).map(Object.fromEntries);
}

test.each(cases)('the order of keys does not change the compiled schema: $name', ({ schema, definitions }: any) => {
  const properties = { v: schema, w: { readOnly: true }, u: { properties: { a: { readOnly: true } } } };
  const whole = { type: 'object', title: 'A title', properties, ...definitions && { definitions } };
  const expected = JSON.stringify(readProfileSchema(whole));
  fc.assert(fc.property(reordered(whole), (other) => {
    expect(JSON.stringify(readProfileSchema(other))).toBe(expected);
  }), { seed: 12, numRuns: 10 });
});
