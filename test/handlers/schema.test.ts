import schemaCases from './schema-cases.json';
import details from '../../src/handlers/shared/schema-details.json';
import { describeEachLanguage } from '../support/drivers/languages';
import { documentOf, SchemaProcess } from '../support/drivers/schema-process';

interface SchemaCase {
  readonly name: string;
  readonly schema: object;
  readonly definitions?: object;
  readonly values: { readonly value: unknown; readonly found: string[] }[];
}

const CASES = schemaCases.cases as SchemaCase[];

describeEachLanguage((language) => {
  let validator: SchemaProcess;

  beforeAll(() => {
    validator = SchemaProcess.start(language);
  });

  afterAll(async () => {
    await validator.stop();
  });

  test.each(CASES)('$name', async ({ schema, definitions, values }) => {
    const document = documentOf({ type: 'object', properties: { v: schema }, ...definitions && { definitions } });
    const validated = await validator.validate(document, values.map(({ value }) => ({ v: value })));
    expect(validated).toEqual(values.map(({ found }) => found.map((place) => `/v${place}`)));
  });

  test('a violation says in words of ours what is wrong, and quotes nothing', async () => {
    const document = documentOf({ type: 'object', properties: { secret: { pattern: '^x$' } }, required: ['name'] });
    const profile = { secret: 'hunter2' };
    expect(await validator.run(document, [['check', profile, profile, null, 'user']])).toEqual([{
      hasMore: false,
      violations: [
        { pointer: '/name', keyword: 'required', detail: 'Is required.' },
        { pointer: '/secret', keyword: 'pattern', detail: 'Does not have the required form.' },
      ],
    }]);
  });

  test.each([[100, false], [101, true]])('of %d violations, 100 are told, and whether there are more', async (count, hasMore) => {
    const document = documentOf({ type: 'object', additionalProperties: false });
    const profile = Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${String(1000 + index)}`, 1]));
    const [result] = await validator.run(document, [['check', profile, profile, null, 'user']]);
    expect(result.violations).toHaveLength(100);
    expect(result.violations.at(-1).pointer).toBe('/k1099');
    expect(result.hasMore).toBe(hasMore);
  });

  test.each([
    ['one of 499 bytes', 'k'.repeat(499), `/${'k'.repeat(499)}`],
    ['one of 500 bytes', 'k'.repeat(500), ''],
    ['one of 498 bytes when its quotes are escaped', '"'.repeat(249), `/${'"'.repeat(249)}`],
    ['one of 500 bytes when its quotes are escaped', '"'.repeat(250), ''],
    ['one of 498 bytes in UTF-8', '\u20ac'.repeat(166), `/${'\u20ac'.repeat(166)}`],
    ['one of 501 bytes in UTF-8', '\u20ac'.repeat(167), ''],
  ])('of a pointer of more than 500 bytes, the names that fit are told: %s', async (_, name, pointer) => {
    const document = documentOf({ type: 'object', additionalProperties: { type: 'string' } });
    expect(await validator.validate(document, [{ [name]: 1 }])).toEqual([[`${pointer} type`]]);
  });

  test('a violation in a long name is told at what has it', async () => {
    const document = documentOf({ type: 'object', properties: { a: { additionalProperties: { items: { type: 'string' } } } } });
    expect(await validator.validate(document, [{ a: { ['k'.repeat(60_000)]: [1, 2] } }])).toEqual([['/a type']]);
  });

  test('a profile as deep as may be, of a schema that applies 20 schemas at each level', async () => {
    const last: object = { type: ['object', 'null'], properties: { a: { $ref: '#/definitions/level' } } };
    const level = Array.from({ length: 19 }).reduce<object>((inner) => ({ allOf: [inner] }), last);
    const document = documentOf({ type: 'object', properties: { a: { $ref: '#/definitions/level' } }, definitions: { level } });
    const nested = (value: unknown) => Array.from({ length: 31 }).reduce((inner) => ({ a: inner }), value);
    expect(await validator.validate(document, [nested(null), nested(1)])).toEqual([[], [`${'/a'.repeat(31)} type`]]);
  });

  test('a schema of 100 KB', async () => {
    const section = (number: number) => ({
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [
        `field${index}`, { type: ['string', 'null'], minLength: 1, maxLength: 100 * number + index + 10, pattern: '^[a-z]+(?:-[a-z]+)*$' },
      ])),
      required: ['field0'],
      additionalProperties: false,
    });
    const document = documentOf({
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`section${index}`, section(index)])),
    });
    expect(JSON.stringify(document).length).toBeGreaterThan(100_000);
    const profile = { section0: { field0: 'a-b' }, section59: { field1: 'A', other: 1 } };
    expect(await validator.validate(document, [profile])).toEqual([[
      '/section59/field0 required', '/section59/field1 pattern', '/section59/other additionalProperties',
    ]]);
  }, 30_000);

  test('arrays of the largest profiles are validated in time that does not grow with their square', async () => {
    const document = documentOf({ type: 'object', properties: { v: { uniqueItems: true, items: { enum: Array.from({ length: 5000 }, (_, i) => i) } } } });
    const started = performance.now();
    const items = Array.from({ length: 20_000 }, (_, index) => index);
    expect((await validator.validate(document, [{ v: items }]))[0]).toHaveLength(100);
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);

  describe('read-only properties', () => {
    const schema = {
      type: 'object',
      properties: {
        id: { readOnly: true, type: 'integer' },
        account: { type: 'object', properties: { plan: { readOnly: true }, note: { type: 'string' } } },
      },
    };
    const stored = { id: 1, account: { plan: { name: 'pro', seats: 2 }, note: 'a' } };

    test.each([
      ['nothing is stored', { note: 1 }, null, { note: 1 }],
      ['what is stored is no object', { note: 1 }, ['a'], { note: 1 }],
      ['all are left out', {}, stored, { id: 1, account: { plan: { name: 'pro', seats: 2 } } }],
      ['the object that has one is sent', { account: { note: 'b' } }, stored, { id: 1, account: { plan: { name: 'pro', seats: 2 }, note: 'b' } }],
      ['one is sent', { id: 2 }, stored, { id: 2, account: { plan: { name: 'pro', seats: 2 } } }],
      ['one is sent as null', { id: null }, { id: 1 }, { id: null }],
      ['null is what is stored', {}, { id: null }, { id: null }],
      ['there is no object to put one into', { account: 5 }, stored, { id: 1, account: 5 }],
      ['there is null to put one into', { account: null }, stored, { id: 1, account: null }],
      ['only others are stored', { note: 1 }, { account: { note: 'a' }, other: 1 }, { note: 1 }],
    ])('POST keeps the stored ones where %s', async (_, sent, before, kept) => {
      const [result] = await validator.run(documentOf(schema), [['keepReadOnly', sent, before, 'user']]);
      expect(result).toEqual(kept);
    });

    test('have names that every JavaScript object has', async () => {
      const odd = { type: 'object', properties: { constructor: { properties: { valueOf: { readOnly: true } } }, toString: { readOnly: true } } };
      const before = { constructor: { valueOf: 1 }, toString: 2 };
      const [kept, { violations }] = await validator.run(documentOf(odd), [['keepReadOnly', {}, before, 'user'], ['check', {}, {}, before, 'user']]);
      expect(kept).toEqual(before);
      expect(violations.map(({ pointer }: any) => pointer)).toEqual(['/constructor/valueOf', '/toString']);
    });

    test.each<[string, unknown, unknown, unknown, string[]]>([
      ['a new profile without them', { account: {} }, { account: {} }, null, []],
      ['a new profile with one', { id: 1 }, { id: 1 }, null, ['/id readOnly']],
      ['them unchanged', stored, {}, stored, []],
      ['them equal, by value', { id: 1.0, account: { plan: { seats: 2.0, name: 'pro' } } }, {}, stored, []],
      ['another value', { ...stored, id: 2 }, { id: 2 }, stored, ['/id readOnly']],
      ['a boolean for a number', { ...stored, id: true }, { id: true }, stored, ['/id readOnly', '/id type']],
      ['one that is not stored', { id: 1, account: { plan: 'x' } }, {}, { id: 1 }, ['/account/plan readOnly']],
      ['one gone', { account: stored.account }, { id: null }, stored, ['/id readOnly']],
      ['null for one that is not stored', {}, { id: null }, {}, ['/id readOnly']],
      ['null for its object, where it is not stored', {}, { account: null }, {}, []],
      ['its object gone', { id: 1 }, { account: null }, stored, ['/account/plan readOnly']],
      ['its object replaced', { id: 1, account: [1] }, { account: [1] }, stored, ['/account type', '/account/plan readOnly']],
      ['null where null is stored', { id: null }, { id: null }, { id: null }, ['/id type']],
      ['profile data that was no object', { note: 1 }, { note: 1 }, ['a'], []],
    ])('to store %s', async (_, after, sent, before, found) => {
      const [{ violations }] = await validator.run(documentOf(schema), [['check', after, sent, before, 'user']]);
      expect(violations.map(({ pointer, keyword }: any) => `${pointer} ${keyword}`)).toEqual(found);
    });
  });
});

test('every keyword of the cases has a text', () => {
  const found = CASES.flatMap(({ values }) => values.flatMap((value) => value.found)).map((place) => place.split(' ').at(-1)!);
  expect([...new Set([...found, 'readOnly'])].sort()).toEqual(Object.keys(details).sort());
});
