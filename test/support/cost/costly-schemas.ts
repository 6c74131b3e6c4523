import fc from 'fast-check';
import { readProfileSchema } from '../../../src/profile-schema';
import { ProfileSchemaDocument } from '../../../src/profile-schema/document';

type Schema = { [key: string]: unknown };

/** About the largest profile by default, whose arithmetic is another test's. */
const PROFILE_BYTES = 64 * 1024;

/** Different schemas that any value meets, so that all of them are tried. */
const MET: readonly ((index: number) => Schema)[] = [
  (index) => ({ maxLength: 100_000 + index, maxItems: 100_000 + index, maximum: 100_000 + index, maxProperties: 100_000 + index }),
  (index) => ({ pattern: `^[^0-9]{0,${index}}[^0-9]*$` }),
  (index) => ({ not: { enum: [index + 1, [index], { a: index }] } }),
  (index) => ({ type: ['string', 'number', 'null', 'array', 'object'], minimum: -index }),
  (index) => ({ properties: { kind: { enum: ['k', index, ''] } }, items: { maximum: index + 1 } }),
  (index) => ({ patternProperties: { [`^x{${index}}y`]: { type: 'null' } }, additionalProperties: { maxItems: 100_000 + index } }),
  (index) => ({ if: { minimum: index + 5 }, then: false, else: { maximum: 100_000 } }),
  (index) => ({ dependencies: { a: { maxProperties: 100_000 + index } }, contains: true, uniqueItems: true }),
];

/** Different schemas that no value meets, so that all are tried or all are reported. */
const UNMET: readonly ((index: number) => Schema)[] = [
  (index) => ({ type: 'boolean', title: String(index), const: index + 0.5 }),
  (index) => ({ enum: [index + 0.5, `e${index}`] }),
  (index) => ({ minLength: 100_000 + index, minItems: 100_000 + index, minimum: 100_000 + index, minProperties: 100_000 + index }),
  (index) => ({ required: Array.from({ length: 50 }, (_, name) => `r${index}-${name}`), minLength: 100_000, minimum: 100_000, contains: false, pattern: `z{${index + 1}}9` }),
];

const JOINS: readonly ((schemas: readonly Schema[]) => Schema)[] = [
  (schemas) => ({ allOf: schemas }),
  (schemas) => ({ anyOf: schemas }),
  (schemas) => ({ oneOf: schemas }),
  (schemas) => ({ allOf: schemas.map((schema) => ({ not: schema })) }),
  (schemas) => schemas.reduceRight((inner, schema) => ({ allOf: [schema, inner] }), {} as Schema),
];

/** A schema of each value of a profile, at every depth. */
function everywhere(schema: Schema): Schema {
  return {
    type: 'object',
    additionalProperties: { $ref: '#/definitions/value' },
    definitions: { value: { allOf: [schema, { items: { $ref: '#/definitions/value' }, additionalProperties: { $ref: '#/definitions/value' } }] } },
  };
}

/** Schemas that apply as much to each value as is accepted. */
export const costlySchema: fc.Arbitrary<ProfileSchemaDocument> = fc.tuple(
  fc.constantFrom(...JOINS),
  fc.array(fc.constantFrom(...MET, ...UNMET), { minLength: 1, maxLength: 3 }),
).map(([join, makers]) => {
  for (let count = 30; ; count -= 1) {
    const schemas = Array.from({ length: count }, (_, index) => makers[index % makers.length](index));
    const { document, faults } = readProfileSchema(everywhere(join(schemas)));
    if (faults.length === 0) {
      return document;
    }
  }
});

/** Schemas and profiles that took seconds, or never ended, with validators that try all ways and report all that is wrong. */
export const FOUND: readonly { readonly name: string; readonly schema: Schema; readonly profile: object }[] = [
  {
    name: 'a definition applied twice at each of 18 levels',
    schema: {
      type: 'object',
      allOf: [{ $ref: '#/definitions/level1' }],
      definitions: Object.fromEntries(Array.from({ length: 18 }, (_, index) => [`level${index + 1}`, index === 17 ? { type: 'object' } : {
        allOf: [1, 2].map((title) => ({ title: String(title), properties: { a: { $ref: `#/definitions/level${index + 2}` } } })),
      }])),
    },
    profile: nested(17, {}, (inner) => ({ a: inner })) as object,
  },
  {
    name: 'anyOf of ten kinds',
    schema: {
      type: 'object',
      properties: {
        v: {
          items: {
            anyOf: Array.from({ length: 10 }, (_, index) => ({
              type: 'object', properties: { kind: { const: index }, [`p${index}`]: { type: 'string' } }, required: ['kind'],
            })),
          },
        },
      },
    },
    profile: { v: filled(10, { kind: 9 }) },
  },
  {
    name: 'many wrong items below a long name',
    schema: { type: 'object', additionalProperties: { items: { type: 'string' } } },
    profile: { ['k'.repeat(60_000)]: Array.from({ length: 2000 }, () => 0) },
  },
  {
    name: 'many wrong items below a long name of control characters',
    schema: { type: 'object', additionalProperties: { items: { type: 'string' } } },
    profile: { ['\u0001'.repeat(60_000)]: Array.from({ length: 100 }, () => 0) },
  },
];

/** Patterns that took an engine which tries all ways more than 15 s for a text of 65,000 characters, or seconds. */
export const FOUND_PATTERNS: readonly string[] = ['a{1,1000}a{1,1000}b', '(?:[-a]{1,979}([-a]{1,941}\u00e9?$){1,2})', '[a-z]{1,64}[a-z0-9]{1,64}$'];

/** As many as fit. */
function filled(bytes: number, value: unknown): unknown[] {
  return Array.from({ length: Math.floor(PROFILE_BYTES / bytes) }, () => value);
}

function nested(levels: number, last: unknown, wrap: (inner: unknown) => unknown): unknown {
  return Array.from({ length: levels }).reduce(wrap, last);
}

function named(count: number, name: (index: number) => string, value: unknown): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), value]));
}

/** The profiles of about the largest size that have the most of something; the bytes are what a value takes in DynamoDB. */
export const COSTLY_PROFILES: Readonly<Record<string, object>> = {
  'empty strings': { v: filled(1, '') },
  'zeros': { v: filled(2, 0) },
  'nulls': { v: filled(2, null) },
  'empty lists': { v: filled(4, []) },
  'empty objects': { v: filled(4, {}) },
  'numbers that differ': { v: Array.from({ length: 16_000 }, (_, index) => index) },
  'lists of one': { v: filled(6, [0]) },
  'objects of one': { v: filled(8, { a: 0 }) },
  'short strings': { v: filled(2, 'a') },
  'one long string': { v: 'a'.repeat(PROFILE_BYTES - 10) },
  'one long string of characters of two bytes': { v: '\u00e9'.repeat(PROFILE_BYTES / 2 - 10) },
  'short names': named(15_000, (index) => index.toString(36), 0),
  'a long name with a list': { ['k'.repeat(50_000)]: filled(5, '') },
  'a long name of control characters with a list': { ['\u0001'.repeat(50_000)]: filled(5, '') },
  'long names': named(16, (index) => `${'k'.repeat(4000)}${index}`, 0),
  'lists in lists': { v: filled(35, nested(28, [], (inner) => [inner])) },
  'a deep list of many': { v: nested(28, filled(1, ''), (inner) => [inner]) },
  'a deep object of many': { v: nested(28, filled(1, ''), (inner) => ({ a: inner })) },
};
