import { Fn, Lazy, Token } from 'aws-cdk-lib';
import { readProfileSchema } from '../../src/profile-schema';
import { validateProfileSchema } from '../../src/validation/profile-schema';

type Schema = { [key: string]: any };

/** A profile schema with this schema for the property `v`. */
function v(schema: unknown, definitions?: Schema): Schema {
  return { type: 'object', properties: { v: schema }, ...definitions && { definitions } };
}

/** The error messages for a schema. */
function errorsOf(schema: Schema | undefined): string[] {
  return validateProfileSchema({ parsedSchema: schema && readProfileSchema(schema) }).map(({ text }) => text);
}

/** Schemas in schemas. */
function nested(levels: number, wrap: (inner: unknown) => unknown, last: unknown = {}): unknown {
  return Array.from({ length: levels }).reduce(wrap, last);
}

/** Both sides of every boundary: what passes, and what fails with which words. */
function boundary(what: string, passing: [string, Schema][], failing: [string, unknown, string][]): void {
  describe(what, () => {
    test.each(passing)('accepts %s', (_, schema) => {
      expect(errorsOf(schema)).toEqual([]);
    });
    test.each(failing)('refuses %s', (_, schema, message) => {
      expect(errorsOf(schema as Schema).join('\n')).toContain(message);
    });
  });
}

test('no schema is fine', () => {
  expect(errorsOf(undefined)).toEqual([]);
});

boundary('JSON', [
  ['every kind of value', v({ default: [true, 1.5, 'a', { b: [] }, { c: null }] })],
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
  ['undefined', v(undefined), 'profileSchema/properties/v: is undefined, which JSON does not have; give a value, or leave the key out'],
  ['a function', v({ const: () => 1 }), 'is of type function, which JSON does not have; give JSON values only'],
  ['an instance', v({ const: new Date(0) }), 'is of type Date, which JSON does not have'],
  ['NaN', v({ minimum: NaN }), 'profileSchema/properties/v/minimum: NaN is not a number of JSON; give a finite one'],
  ['a lone surrogate', v({ const: '\ud800' }), 'has a lone surrogate, which is not a character; leave it out'],
  ['the key __proto__', v(JSON.parse('{"properties": {"__proto__": {}}}')), "/properties/__proto__: '__proto__' is a key that no profile can have"],
  ['101 levels', v({ default: nested(98, (inner) => [inner], 1) }), 'nests more than 100 objects and arrays'],
]);

const NULL = "is null or undefined, which apps in other languages can't pass; to accept null, use { type: 'null' }, alone or in an anyOf";

boundary('null', [
  ['the type', v({ anyOf: [{ type: 'null' }, { enum: ['a', 'b'] }] })],
  ['a default, which is not enforced', v({ default: null })],
], [
  ['const', v({ const: null }), `profileSchema/properties/v/const: ${NULL}`],
  ['a member of const', v({ const: { a: [{ b: null }] } }), `profileSchema/properties/v/const/a/0/b: ${NULL}`],
  ['an element of const', v({ const: [1, null] }), `profileSchema/properties/v/const/1: ${NULL}`],
  ['an element of enum', v({ enum: ['a', null] }), `profileSchema/properties/v/enum/1: ${NULL}`],
  ['a member within enum', v({ enum: [{ a: null }] }), `profileSchema/properties/v/enum/0/a: ${NULL}`],
  ['what jsii makes of null in a list', v({ enum: ['a', undefined] }), `profileSchema/properties/v/enum/1: ${NULL}`],
  ['an example', v({ examples: [null] }), `profileSchema/properties/v/examples/0: ${NULL}`],
  ['an element of a default', v({ default: [null] }), `profileSchema/properties/v/default/0: ${NULL}`],
  ['a schema in a list', v({ allOf: [true, null] }), `profileSchema/properties/v/allOf/1: ${NULL}`],
  ['a hole in a list', v({ const: Array(1) }), `profileSchema/properties/v/const/0: ${NULL}`],
  ['a schema', v(null), 'profileSchema/properties/v: null is not a schema'],
  ['a limit', v({ minimum: null }), 'profileSchema/properties/v/minimum: null is not a number'],
]);

boundary('draft-07', [
  ['the draft by name', { $schema: 'http://json-schema.org/draft-07/schema#', $id: 'https://example.com/profile', type: 'object' }],
  ['the draft by name, without a fragment', { $schema: 'http://json-schema.org/draft-07/schema', type: 'object' }],
  ['an empty enum', v({ enum: [] })],
], [
  ['a schema that is no object', true, 'does not describe an object'],
  ['a list', [], 'profileSchema: [] is not a schema; give an object or a boolean'],
  ['another draft', { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' }, "profileSchema/$schema: 'https://json-schema.org/draft/2020-12/schema' is not draft-07 at the root; use 'http://json-schema.org/draft-07/schema#'"],
  ['a draft below the root', v({ $schema: 'http://json-schema.org/draft-07/schema#' }), 'is not draft-07 at the root'],
  ['no type', {}, "profileSchema/type: does not describe an object, which a profile is; give type: 'object'"],
  ['another type', { type: 'array' }, "profileSchema/type: 'array' does not describe an object"],
  ['one type of several', { type: ['object'] }, 'profileSchema/type: ["object"] does not describe an object'],
  ['a type that is none', v({ type: 'float' }), "profileSchema/properties/v/type: 'float' is not one of array, boolean, integer, null, number, object, string, or a list of different ones; give one, as draft-07 of JSON Schema says"],
  ['a limit that is no number', v({ minimum: '5' }), "profileSchema/properties/v/minimum: '5' is not a number; give one, as draft-07 of JSON Schema says"],
  ['a negative length', v({ minLength: -1 }), 'profileSchema/properties/v/minLength: -1 is not a whole number, 0 or more; give one'],
  ['a name required twice', v({ required: ['a', 'a'] }), 'profileSchema/properties/v/required: ["a","a"] is not a list of different strings'],
  ['no alternative', v({ anyOf: [] }), 'profileSchema/properties/v/anyOf: [] is not a list of one schema or more'],
  ['a schema that is no schema', v(5), 'profileSchema/properties/v: 5 is not a schema; give an object or a boolean'],
  ['a schema in a list that is none', v({ allOf: [true, 5] }), 'profileSchema/properties/v/allOf/1: 5 is not a schema'],
  ['properties that are a list', v({ properties: [] }), 'profileSchema/properties/v/properties: [] is not an object whose values are schemas'],
  ['a dependency on a name twice', v({ dependencies: { a: ['b', 'b'] } }), 'is not an object whose values are schemas or lists of different strings'],
  ['a title that is no string', v({ title: 5 }), 'profileSchema/properties/v/title: 5 is not a string'],
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
  ['a multiple of a fraction', v({ multipleOf: 0.01 }), 'profileSchema/properties/v/multipleOf: 0.01 is not a positive integer, and of fractions no division is exact'],
  ['a multiple of nothing', v({ multipleOf: 0 }), 'profileSchema/properties/v/multipleOf: 0 is not a positive integer'],
  ['an address below the root', v({ $id: '#a' }), "'#a' gives a part of the schema an address of its own"],
  ['definitions below the root', v({ definitions: {} }), '/definitions: are not at the root'],
  ['a fault in a definition that nobody refers to', v({}, { a: { unknown: 1 } }), 'profileSchema/definitions/a/unknown: 1 is under no keyword'],
]);

boundary('patterns', [
  ['one of a text', v({ pattern: '^[a-z]+(?:-[a-z]+)*$' })],
  ['one that would be slow where all ways are tried', v({ pattern: '^(a+)+$' })],
  ['one of the names of properties', v({ propertyNames: { pattern: '[a-z]+$' } })],
  ['one of properties', v({ patternProperties: { '[a-z]+$': {} } })],
], [
  ['one that is not supported', v({ pattern: '\\bfoo' }), "profileSchema/properties/v/pattern: '\\bfoo' has \\b, which is not supported"],
  ['one that needs too large a table', v({ pattern: '^.{0,1000}.{0,1000}x$' }), "profileSchema/properties/v/pattern: '^.{0,1000}.{0,1000}x$' needs too large a table to be matched in one pass; begin it with ^, count less"],
  ['one of properties that is not supported', v({ patternProperties: { '(a)\\1': {} } }), "profileSchema/properties/v/patternProperties/(a)\\1: '(a)\\1' has \\1, which is not supported"],
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
  ['alternatives that recur at one property', v({ oneOf: [{ properties: { kind: { const: 'a' }, v: { $ref: '#' } } }, { properties: { v: { $ref: '#' } } }] })],
  ['contains that recurs as items do', v({ contains: { $ref: '#' }, items: { $ref: '#' } })],
  ['a pattern that recurs as a property does', v({ properties: { a: { $ref: '#' } }, patternProperties: { b: { $ref: '#' } } })],
], [
  ['another document', v({ $ref: 'https://example.com/schema' }), "profileSchema/properties/v/$ref: 'https://example.com/schema' does not refer to the schema itself"],
  ['a part that is no definition', v({ $ref: '#/properties/v' }), 'does not refer to the schema itself'],
  ['a part of a definition', v({ $ref: '#/definitions/a/items' }, { a: { items: {} } }), 'does not refer to the schema itself'],
  ['a name with escapes', v({ $ref: '#/definitions/a~1b' }, { 'a/b': {} }), 'use \'#/definitions/<name>\' with a name of A-Z, a-z, 0-9, _, . and -'],
  ['nothing', v({ $ref: '#/definitions/a' }), "'#/definitions/a' leads nowhere; define it under definitions at the root"],
  ['a name that every object has', v({ $ref: '#/definitions/constructor' }, {}), 'leads nowhere'],
  ['a keyword beside it', v({ $ref: '#', type: 'object' }), "profileSchema/properties/v/type: 'object' stands beside $ref, which makes draft-07 ignore it"],
  ['readOnly beside it', v({ $ref: '#', readOnly: true }), 'stands beside $ref'],
  ['itself', v({ $ref: '#/definitions/a' }, { a: { $ref: '#/definitions/a' } }), 'profileSchema: refers to itself without a property or an item in between, at /v of a profile'],
  ['itself by others', v({ $ref: '#/definitions/a' }, { a: { anyOf: [{ $ref: '#/definitions/b' }] }, b: { dependencies: { x: { not: { $ref: '#/definitions/a' } } } } }), 'profileSchema: refers to itself'],
  ['the whole at the root', { type: 'object', allOf: [{ $ref: '#' }] }, 'refers to itself'],
]);

/** So many different schemas. */
function different(count: number): Schema[] {
  return Array.from({ length: count }, (_, index) => ({ maxLength: index }));
}

const TOO_MANY = 'profileSchema: applies more than 20 schemas and patterns to one value, at';

boundary('cost', [
  ['20 schemas of one value', v({ allOf: different(19) })],
  ['20 schemas in a row', v({ $ref: '#/definitions/a' }, { a: nested(19, (inner) => ({ not: inner })) as Schema })],
  ['10 patterns of one value', v({ allOf: different(9).map((_, index) => ({ pattern: `^a{${index}}` })), minLength: 1 })],
  ['20 patterns of one name', v({ patternProperties: Object.fromEntries(different(20).map((_, index) => [`^a{${index}}`, true])) })],
  ['an enum of many texts', v({ enum: different(5000).map((_, index) => `text${index}`) })],
  ['an enum of 19 objects', v({ enum: different(19) })],
  ['1000 properties', v({ properties: Object.fromEntries(different(1000).map((schema, index) => [`p${index}`, schema])) })],
  ['a definition twice at each of 20 levels', v({ $ref: '#/definitions/l0' }, Object.fromEntries(Array.from({ length: 20 }, (_, level) => [
    `l${level}`, { allOf: [1, 2].map(() => ({ properties: { a: level === 19 ? {} : { $ref: `#/definitions/l${level + 1}` } } })) },
  ])))],
], [
  ['21 schemas of one value', v({ allOf: different(20) }), `${TOO_MANY} /v of a profile; join some`],
  ['21 schemas of an item', v({ items: { anyOf: different(20) } }), `${TOO_MANY} /v/*`],
  ['21 schemas of an item by its place', v({ items: [{ oneOf: different(20) }] }), `${TOO_MANY} /v/0`],
  ['21 schemas of any property', v({ additionalProperties: { not: { allOf: different(19) } } }), `${TOO_MANY} /v/*`],
  ['21 schemas of a property, from several places', v({ allOf: different(11).map((schema) => ({ properties: { a: { allOf: [schema] } } })) }), `${TOO_MANY} /v/a`],
  ['21 schemas in a row', v({ $ref: '#/definitions/a' }, { a: nested(20, (inner) => ({ not: inner })) as Schema }), `${TOO_MANY} /v`],
  ['a definition twice at each of 20 levels of the same value', v({ $ref: '#/definitions/l0' }, Object.fromEntries(Array.from({ length: 20 }, (_, level) => [
    `l${level}`, level === 19 ? {} : { allOf: [1, 2].map(() => ({ $ref: `#/definitions/l${level + 1}` })) },
  ]))), `${TOO_MANY} /v`],
  ['11 patterns of one value', v({ allOf: different(10).map((_, index) => ({ pattern: `^a{${index}}` })) }), `${TOO_MANY} /v`],
  ['21 patterns of one name', v({ patternProperties: Object.fromEntries(different(21).map((_, index) => [`^a{${index}}`, true])) }), `${TOO_MANY} /v/*`],
  ['21 schemas of names', v({ propertyNames: { allOf: different(20) } }), `${TOO_MANY} /v/*`],
  ['an enum of 20 objects', v({ enum: different(20) }), `${TOO_MANY} /v`],
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
  ['no boolean', v({ readOnly: 'yes' }), "profileSchema/properties/v/readOnly: 'yes' is not a boolean"],
]);

test('a finding shows no long value, and a schema has not many findings', () => {
  const unknown = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`unknown${10 + index}`, 'x'.repeat(200)]));
  expect(errorsOf({ type: 'object', ...unknown })).toEqual([
    ...Array.from({ length: 10 }, (_, index) => `profileSchema/unknown${10 + index}: is under no keyword of draft-07, so it would not be checked; correct it or leave it out`),
    'profileSchema: has 5 more errors; correct these first',
  ]);
});
