import { isDeepStrictEqual } from 'util';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { JsonValue } from '../../src/handlers/nodejs/domain/json';
import { administratorSchemas, profileSchemas } from '../../src/open-api/profile-schemas';
import { readProfileSchema } from '../../src/profile-schema';
import { SchemaObject } from '../../src/profile-schema/document';
import { mergePatchByHand } from '../handlers/rules-by-hand';
import { profile as anyProfile, schema as anySchema } from '../handlers/schema-arbitraries';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);
const OPTIONS = { strict: false, validateSchema: false, unicodeRegExp: true, validateFormats: false, logger: false } as const;

/** Ajv calls members with these names, as those of every object. */
const ajvSafe = (value: any): any => JSON.parse(JSON.stringify(value).replaceAll('"valueOf"', '"v"').replaceAll('"constructor"', '"c"'));
const profile = anyProfile.map(ajvSafe);
const acceptedSchema = anySchema.map(ajvSafe).filter((schema) => readProfileSchema(schema).faults.length === 0);

test('the schema of the profile accepts what the JSON Schema of draft-07 accepts', () => {
  fc.assert(fc.property(acceptedSchema, fc.array(profile, { minLength: 1, maxLength: 5 }), (schema, profiles) => {
    const before = new Ajv(OPTIONS).compile(schema);
    const after = validatorOf(schema, 'ProfileData');
    expect(profiles.map((data) => after(data))).toEqual(profiles.map((data) => before(data)));
  }), { numRuns: RUNS, seed: 1 });
});

test('the schema of the patch accepts every patch between two profiles that match', () => {
  let patches = 0;
  fc.assert(fc.property(acceptedSchema, fc.array(profile, { minLength: 2, maxLength: 8 }), (schema, profiles) => {
    const validate = new Ajv(OPTIONS).compile(schema);
    const validatePatch = validatorOf(schema, 'ProfilePatch');
    const matching = profiles.filter((data) => validate(data));
    for (const from of matching) {
      for (const to of matching) {
        const patch = patchBetween(from, to);
        // No patch creates a member with the value null.
        if (isDeepStrictEqual(mergePatchByHand(from as JsonValue, patch as JsonValue), to)) {
          patches += 1;
          expect({ schema, patch, isValid: validatePatch(patch) }).toEqual({ schema, patch, isValid: true });
        }
      }
    }
  }), { numRuns: RUNS, seed: 2 });
  expect(patches).toBeGreaterThan(RUNS);
});

test('nothing is required in a patch, and what is optional and not read-only can be null, at every level', () => {
  const { ProfilePatch } = profileSchemas({
    type: 'object',
    additionalProperties: false,
    properties: {
      name: { type: 'string', description: 'The name.', maxLength: 100 },
      plan: { enum: ['free', 'paid'], readOnly: true },
      color: { enum: ['red', 'blue'] },
      address: { type: 'object', properties: { city: { type: 'string' }, zip: { type: 'string' } }, required: ['city'] },
      tags: { type: 'array', items: { type: 'string' } },
    },
    required: ['name', 'address'],
  });
  expect(ProfilePatch).toEqual({
    type: 'object',
    properties: {
      name: { type: 'string', description: 'The name.', maxLength: 100 },
      plan: { enum: ['free', 'paid'], readOnly: true },
      color: { anyOf: [{ enum: ['red', 'blue'] }, { type: 'null' }] },
      address: { type: 'object', properties: { city: { type: 'string' }, zip: { type: ['string', 'null'] } } },
      tags: { type: ['array', 'null'], items: { type: 'string' } },
    },
  });
});

test('keywords of draft-07 become those of 2020-12, and definitions schemas of their own', () => {
  expect(profileSchemas({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    definitions: { 'postal-address': { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }, 'postal_address': true },
    properties: {
      home: { $ref: '#/definitions/postal-address', description: 'Where the user lives.' },
      point: { type: 'array', items: [{ type: 'number' }, { type: 'number' }], additionalItems: false },
    },
    dependencies: { home: ['point'], point: { required: ['home'] } },
  })).toEqual({
    ProfileData: {
      type: 'object',
      properties: {
        home: { $ref: '#/components/schemas/ProfileDataPostalAddress', description: 'Where the user lives.' },
        point: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], maxItems: 2 },
      },
      dependentRequired: { home: ['point'] },
      dependentSchemas: { point: { required: ['home'] } },
    },
    ProfileDataPostalAddress: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    ProfileDataPostalAddress_2: {},
    ProfilePatch: {
      type: 'object',
      properties: {
        home: { anyOf: [{ $ref: '#/components/schemas/ProfilePatchPostalAddress' }, { type: 'null' }] },
        point: { type: ['array', 'null'], prefixItems: [{ type: 'number' }, { type: 'number' }], maxItems: 2 },
      },
    },
    ProfilePatchPostalAddress: { type: 'object', properties: { city: { type: 'string' } } },
    ProfilePatchPostalAddress_2: {},
  });
});

test('what generators misread is described otherwise', () => {
  const { ProfileData, ProfilePatch } = profileSchemas({
    type: 'object',
    properties: {
      accepted: { const: true },
      count: { type: 'integer', const: 1, default: 1 },
      pair: { const: [1, 2] },
      one: { type: 'array', maxItems: 1, items: [true, true], additionalItems: false },
      more: { type: 'array', maxItems: 9, items: [true, true], additionalItems: { type: 'string' } },
    },
    default: {},
  });
  const one = { type: 'array', maxItems: 1, prefixItems: [{}, {}] };
  const more = { type: 'array', maxItems: 9, prefixItems: [{}, {}], items: { type: 'string' } };
  const accepted = { type: 'boolean', enum: [true] };
  const count = { type: 'integer', enum: [1] };
  expect(ProfileData).toEqual({ type: 'object', properties: { accepted, count, pair: { const: [1, 2] }, one, more } });
  expect(ProfilePatch).toEqual({
    type: 'object',
    properties: {
      accepted: { anyOf: [accepted, { type: 'null' }] },
      count: { anyOf: [count, { type: 'null' }] },
      pair: { anyOf: [{ const: [1, 2] }, { type: 'null' }] },
      one: { ...one, type: ['array', 'null'] },
      more: { ...more, type: ['array', 'null'] },
    },
  });
});

test('what administrators send has no read-only properties, at every level, and can remove them', () => {
  const schema: SchemaObject = {
    type: 'object',
    definitions: { address: { type: 'object', properties: { city: { type: 'string' } } } },
    properties: {
      plan: { enum: ['free', 'paid'], readOnly: true },
      address: { $ref: '#/definitions/address' },
      limits: { type: 'object', properties: { quota: { type: 'integer', readOnly: true }, note: { type: 'string', readOnly: false } } },
      // Names of properties, not keywords.
      readOnly: { type: 'boolean' },
      properties: { type: 'object', properties: { readOnly: { type: 'string', readOnly: true } } },
    },
    required: ['limits'],
  };
  expect(readProfileSchema(schema).faults).toEqual([]);
  expect(administratorSchemas(schema)).toEqual({
    UserProfileData: {
      type: 'object',
      properties: {
        plan: { enum: ['free', 'paid'] },
        address: { $ref: '#/components/schemas/ProfileDataAddress' },
        limits: { type: 'object', properties: { quota: { type: 'integer' }, note: { type: 'string' } } },
        readOnly: { type: 'boolean' },
        properties: { type: 'object', properties: { readOnly: { type: 'string' } } },
      },
      required: ['limits'],
    },
    UserProfilePatch: {
      type: 'object',
      properties: {
        plan: { anyOf: [{ enum: ['free', 'paid'] }, { type: 'null' }] },
        address: { anyOf: [{ $ref: '#/components/schemas/ProfilePatchAddress' }, { type: 'null' }] },
        limits: { type: 'object', properties: { quota: { type: ['integer', 'null'] }, note: { type: ['string', 'null'] } } },
        readOnly: { type: ['boolean', 'null'] },
        properties: { type: ['object', 'null'], properties: { readOnly: { type: ['string', 'null'] } } },
      },
    },
  });
});

test('a schema that refers to itself refers to what administrators send', () => {
  const { UserProfileData, UserProfilePatch } = administratorSchemas({
    type: 'object',
    properties: { plan: { type: 'string', readOnly: true }, parent: { $ref: '#' } },
  });
  expect(UserProfileData.properties).toMatchObject({ parent: { $ref: '#/components/schemas/UserProfileData' } });
  expect(UserProfilePatch.properties).toMatchObject({ parent: { anyOf: [{ $ref: '#/components/schemas/UserProfilePatch' }, { type: 'null' }] } });
});

test('a definition with an empty name, to which no reference leads, is left out', () => {
  const schema: SchemaObject = { type: 'object', definitions: { '': { type: 'string' } } };
  expect(readProfileSchema(schema).faults).toEqual([]);
  expect(profileSchemas(schema)).toEqual({ ProfileData: { type: 'object' }, ProfilePatch: { type: 'object' } });
});

function validatorOf(schema: object, name: string) {
  const description = { components: { schemas: profileSchemas(schema as any) }, $ref: `#/components/schemas/${name}` };
  return new Ajv2020(OPTIONS).compile(description);
}

type Members = Record<string, unknown>;

/** The JSON merge patch that changes one profile into another (RFC 7396). */
function patchBetween(from: unknown, to: unknown): unknown {
  if (!isObject(from) || !isObject(to)) {
    return to;
  }
  const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key)).map((key) => [key, null]);
  const changed = Object.entries(to).filter(([key, member]) => !Object.hasOwn(from, key) || !isDeepStrictEqual(from[key], member))
    .map(([key, member]) => [key, Object.hasOwn(from, key) ? patchBetween(from[key], member) : member]);
  return Object.fromEntries([...removed, ...changed]);
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
