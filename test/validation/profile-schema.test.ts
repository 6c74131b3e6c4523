import { Fn, Lazy, Token } from 'aws-cdk-lib';
import { validateProfileSchema } from '../../src/validation/profile-schema';

type Schema = { [key: string]: any };

/** A profile schema with this schema for the property `v`. */
function v(schema: unknown, definitions?: Schema): Schema {
  return { type: 'object', properties: { v: schema }, ...definitions && { definitions } };
}

/** What a reader is told of a schema. */
function findingsIn(schema: Schema | undefined): string[] {
  return validateProfileSchema(schema).map(({ text }) => text);
}

/** Schemas in schemas. */
function nested(levels: number, wrap: (inner: unknown) => unknown, last: unknown = {}): unknown {
  return Array.from({ length: levels }).reduce(wrap, last);
}

/** Both sides of every boundary: what passes, and what fails with which words. */
function boundary(what: string, passing: [string, Schema][], failing: [string, unknown, string][]): void {
  describe(what, () => {
    test.each(passing)('accepts %s', (_, schema) => {
      expect(findingsIn(schema)).toEqual([]);
    });
    test.each(failing)('refuses %s', (_, schema, message) => {
      expect(findingsIn(schema as Schema).join('\n')).toContain(message);
    });
  });
}

test('no schema is fine', () => {
  expect(findingsIn(undefined)).toEqual([]);
});

boundary('JSON', [
  ['every kind of value', v({ default: [null, true, 1.5, 'a', { b: [] }] })],
  ['a key that objects of JavaScript have', v({ properties: { constructor: { type: 'string' }, toString: true } })],
  ['100 levels', v({ default: nested(97, (inner) => [inner], 1) })],
], [
  ['a token', v({ const: Fn.ref('AWS::Region') }), 'profileSchema/properties/v/const: is a token, but the schema is needed at synth; give a literal value'],
  ['a token in a text', v({ const: `a-${Token.asString({ Ref: 'B' })}` }), '/const: is a token'],
  ['a token for a number', v({ minimum: Token.asNumber({ Ref: 'N' }) }), '/minimum: is a token'],
  ['a token for a list', v({ enum: Token.asList({ Ref: 'L' }) }), '/enum: is a token'],
  ['a token for an object', { type: 'object', properties: Lazy.any({ produce: () => ({}) }) }, 'profileSchema/properties: is a token'],
  ['a token for all of it', Token.asAny({ Ref: 'S' }), 'profileSchema: is a token'],
  ['a token as a name', { type: 'object', properties: { [Token.asString({ Ref: 'P' })]: {} } }, 'is a token'],
  ['undefined', v(undefined), 'profileSchema/properties/v: is not JSON, but a undefined; give JSON values only'],
  ['a function', v({ const: () => 1 }), 'is not JSON, but a function'],
  ['an instance', v({ const: new Date(0) }), 'is not JSON, but a Date'],
  ['NaN', v({ minimum: NaN }), 'profileSchema/properties/v/minimum: NaN is not a number of JSON; give a finite one'],
  ['a lone surrogate', v({ const: '\ud800' }), 'has a lone surrogate, which is not a character; leave it out'],
  ['the key __proto__', v(JSON.parse('{"properties": {"__proto__": {}}}')), "/properties/__proto__: '__proto__' is a key that no profile can have"],
  ['101 levels', v({ default: nested(98, (inner) => [inner], 1) }), 'nests more than 100 objects and arrays'],
]);

boundary('draft-07', [
  ['the draft by name', { $schema: 'http://json-schema.org/draft-07/schema#', $id: 'https://example.com/profile', type: 'object' }],
  ['the draft by name, without a fragment', { $schema: 'http://json-schema.org/draft-07/schema', type: 'object' }],
  ['an empty enum', v({ enum: [null] })],
], [
  ['a schema that is no object', true, 'does not describe an object'],
  ['a list', [], 'must be object,boolean'],
  ['another draft', { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' }, "profileSchema/$schema: 'https://json-schema.org/draft/2020-12/schema' is not draft-07 at the root; use 'http://json-schema.org/draft-07/schema#'"],
  ['a draft below the root', v({ $schema: 'http://json-schema.org/draft-07/schema#' }), 'is not draft-07 at the root'],
  ['no type', {}, "profileSchema/type: does not describe an object, which a profile is; give type: 'object'"],
  ['another type', { type: 'array' }, "profileSchema/type: 'array' does not describe an object"],
  ['one type of several', { type: ['object'] }, 'profileSchema/type: ["object"] does not describe an object'],
  ['a type that is none', v({ type: 'float' }), "profileSchema/properties/v/type: 'float' must be equal to one of the allowed values: array, boolean, integer, null, number, object, string; give what"],
  ['a limit that is no number', v({ minimum: '5' }), "profileSchema/properties/v/minimum: '5' must be number; give what draft-07 of JSON Schema wants"],
  ['a negative length', v({ minLength: -1 }), 'must be >= 0'],
  ['a name required twice', v({ required: ['a', 'a'] }), 'must not have an item twice'],
  ['no alternative', v({ anyOf: [] }), 'must NOT have fewer than 1 items'],
  ['a schema that is no schema', v(5), 'must be object,boolean'],
]);

boundary('keywords', [
  ['annotations', v({ title: 't', description: 'd', default: 1, examples: [1], $comment: 'c', format: 'email', writeOnly: true })],
  ['a property with the name of a keyword', v({ properties: { $ref: true, if: true, unknown: true } })],
  ['a value with the name of a keyword', v({ const: { $ref: 'https://example.com', unknown: 1 } })],
  ['if with then', v({ if: {}, then: {} })],
  ['if with else', v({ if: {}, else: {} })],
  ['additionalItems behind a list', v({ items: [{}], additionalItems: false })],
  ['a multiple of an integer', v({ multipleOf: 5 })],
], [
  ['an unknown one', v({ requird: ['a'] }), 'profileSchema/properties/v/requird: ["a"] is under no keyword of draft-07, so it would not be checked; correct it or leave it out'],
  ['one of a later draft', v({ dependentRequired: {} }), 'is under no keyword of draft-07'],
  ['the name of a method', v({ constructor: 1 }), '/constructor: 1 is under no keyword'],
  ['if alone', v({ if: {} }), '/if: does nothing without then or else'],
  ['then alone', v({ then: {} }), '/then: does nothing without if'],
  ['else alone', v({ else: {} }), '/else: does nothing without if'],
  ['additionalItems alone', v({ additionalItems: false }), 'does nothing without a list of schemas in items'],
  ['additionalItems behind a schema', v({ items: {}, additionalItems: false }), 'does nothing without a list'],
  ['a multiple of a fraction', v({ multipleOf: 0.01 }), 'profileSchema/properties/v/multipleOf: 0.01 is not an integer, and of fractions no division is exact'],
  ['an address below the root', v({ $id: '#a' }), "'#a' gives a part of the schema an address of its own"],
  ['definitions below the root', v({ definitions: {} }), '/definitions: are not at the root'],
  ['a fault in a definition that nobody refers to', v({}, { a: { unknown: 1 } }), 'profileSchema/definitions/a/unknown: 1 is under no keyword'],
]);

boundary('patterns', [
  ['one that is quick for any text', v({ pattern: '^[a-z]+(?:-[a-z]+)*$' })],
  ['one that is quick for texts of this length', v({ pattern: '^\\S+@\\S+$', maxLength: 1525 })],
  ['one for the names of properties, as they are short', v({ propertyNames: { pattern: '[a-z]+$', maxLength: 64 } })],
  ['one for properties', v({ patternProperties: { '^x-': {} } })],
], [
  ['one that the languages do not share', v({ pattern: '\\p{L}' }), "profileSchema/properties/v/pattern: '\\p{L}' has \\p, which the two languages do not share"],
  ['one that takes exponential time', v({ pattern: '^(a+)+$' }), "'^(a+)+$' repeats what can match one text in two ways"],
  ['one that is slow for texts of this length', v({ pattern: '^\\S+@\\S+$', maxLength: 1526 }), 'put a maxLength of at most 1525 beside it'],
  ['one that is slow for long texts', v({ pattern: '[a-z]+$' }), 'put a maxLength of at most 1525 beside it'],
  ['one for properties that is slow for long names', v({ patternProperties: { '[a-z]+$': {} } }), "profileSchema/properties/v/patternProperties/[a-z]+$: '[a-z]+$' can take minutes to find that a long text does not match; begin it with ^"],
]);

boundary('$ref', [
  ['a definition', v({ $ref: '#/definitions/a.b-c_1' }, { 'a.b-c_1': {} })],
  ['the whole', v({ $ref: '#' })],
  ['annotations beside it', v({ $ref: '#', title: 't', description: 'd', default: 1, $comment: 'c', examples: [1] })],
  ['a tree', v({ $ref: '#/definitions/tree' }, { tree: { properties: { left: { $ref: '#/definitions/tree' }, right: { $ref: '#/definitions/tree' } } } })],
  ['a list of itself', v({ items: { $ref: '#' } })],
  ['a map of itself, with names of its own', v({ properties: { a: { $ref: '#' } }, patternProperties: {}, additionalProperties: { $ref: '#' } })],
  ['alternatives that recur at different properties', v({ oneOf: [{ properties: { a: { $ref: '#' } } }, { properties: { b: { $ref: '#' } } }] })],
  ['places that come to the same without recursion', v({ allOf: [{ properties: { a: { $ref: '#/definitions/x' } } }, { properties: { a: { $ref: '#/definitions/x' } } }] }, { x: {} })],
  ['items by place', v({ items: [{ $ref: '#' }, { $ref: '#' }], additionalItems: { $ref: '#' } })],
  ['20 schemas in a row', v({}, { a: nested(19, (inner) => ({ not: inner })) as Schema })],
], [
  ['another document', v({ $ref: 'https://example.com/schema' }), "profileSchema/properties/v/$ref: 'https://example.com/schema' does not refer to the schema itself"],
  ['a part that is no definition', v({ $ref: '#/properties/v' }), 'does not refer to the schema itself'],
  ['a part of a definition', v({ $ref: '#/definitions/a/items' }, { a: { items: {} } }), 'does not refer to the schema itself'],
  ['a name with escapes', v({ $ref: '#/definitions/a~1b' }, { 'a/b': {} }), 'use \'#/definitions/<name>\' with a name of A-Z, a-z, 0-9, _, . and -'],
  ['nothing', v({ $ref: '#/definitions/a' }), "'#/definitions/a' leads nowhere; define it under definitions at the root"],
  ['a name that every object has', v({ $ref: '#/definitions/constructor' }, {}), 'leads nowhere'],
  ['a keyword beside it', v({ $ref: '#', type: 'object' }), "profileSchema/properties/v/type: 'object' stands beside $ref, which makes draft-07 ignore it"],
  ['readOnly beside it', v({ $ref: '#', readOnly: true }), 'stands beside $ref'],
  ['itself', v({}, { a: { $ref: '#/definitions/a' } }), 'profileSchema/definitions/a: refers to itself without a property or an item in between'],
  ['itself by others', v({}, { a: { anyOf: [{ $ref: '#/definitions/b' }] }, b: { dependencies: { x: { not: { $ref: '#/definitions/a' } } } } }), 'profileSchema/definitions/b: refers to itself'],
  ['the whole at the root', { type: 'object', allOf: [{ $ref: '#' }] }, 'refers to itself'],
  ['21 schemas in a row', v({}, { a: nested(20, (inner) => ({ not: inner })) as Schema }), 'applies more than 20 schemas to one value in a row'],
  ['alternatives that recur at one property', v({ oneOf: [{ properties: { kind: { const: 'a' }, v: { $ref: '#' } } }, { properties: { v: { $ref: '#' } } }] }, {}), 'applies a recursive definition to one property or item at several places'],
  ['contains that recurs as items do', v({ contains: { $ref: '#' }, items: { $ref: '#' } }), 'applies a recursive definition'],
  ['a pattern that recurs as a property does', v({ properties: { a: { $ref: '#' } }, patternProperties: { b: { $ref: '#' } } }), 'applies a recursive definition'],
]);

boundary('readOnly', [
  ['a property', v({ readOnly: true })],
  ['a property of a property', v({ type: 'object', properties: { a: { readOnly: true, type: 'string' } }, required: ['b'] })],
  ['a property of a required one', { ...v({ properties: { a: { readOnly: true } } }), required: ['v'] }],
  ['false, wherever it is', v({ items: { readOnly: false } })],
], [
  ['a required property', { ...v({ readOnly: true }), required: ['v'] }, "profileSchema/properties/v/readOnly: true is on 'v', which is required, so no user could create a profile"],
  ['a required property of a property', v({ properties: { a: { readOnly: true } }, required: ['a'] }), "is on 'a', which is required"],
  ['the whole', { type: 'object', readOnly: true }, 'profileSchema/readOnly: true is not on a property'],
  ['items', v({ items: { readOnly: true } }), 'is not on a property, or not one along nested properties alone'],
  ['a property of items', v({ items: { properties: { a: { readOnly: true } } } }), 'is not on a property'],
  ['a property of an alternative', { type: 'object', allOf: [v({ readOnly: true })] }, 'is not on a property'],
  ['a definition', v({}, { a: { readOnly: true } }), 'is not on a property'],
  ['properties by pattern', v({ patternProperties: { a: { readOnly: true } } }), 'is not on a property'],
  ['all other properties', v({ additionalProperties: { readOnly: true } }), 'is not on a property'],
  ['no boolean', v({ readOnly: 'yes' }), 'must be boolean'],
]);

test('a finding shows no long value, and a schema has not many findings', () => {
  const unknown = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`unknown${index}`, 'x'.repeat(200)]));
  expect(findingsIn({ type: 'object', ...unknown })).toEqual([
    ...Array.from({ length: 10 }, (_, index) => `profileSchema/unknown${index}: is under no keyword of draft-07, so it would not be checked; correct it or leave it out`),
    'profileSchema: has 5 more faults; correct these first',
  ]);
});
