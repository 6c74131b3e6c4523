import profileSchema from '../../../../examples/web/profile-schema.json';
import { allFields, fieldsOf, type Kind } from '../../../../examples/web/site/form/fields';
import type { Json, JsonObject } from '../../../../examples/web/site/form/json';

/** The kind of the only field of a schema, for a stored value. */
function kindOf(member: Json, ...stored: Json[]): Kind {
  const profile: JsonObject = stored.length === 0 ? {} : { member: stored[0] };
  return fieldsOf({ properties: { member }, definitions: { short: { type: 'string' }, loop: { $ref: '#/definitions/loop' } } }, profile)[0].kind;
}

test.each<[Kind, Json]>([
  ['text', { type: 'string' }],
  ['number', { type: 'number' }],
  ['number', { type: 'integer' }],
  ['choice', { enum: ['a', 1, true] }],
  ['choice', { type: 'string', enum: ['a'] }],
  ['checkbox', { type: 'boolean' }],
  ['group', { type: 'object', properties: {} }],
  ['text', { $ref: '#/definitions/short' }],
  ['json', { $ref: '#/definitions/none' }],
  ['json', { $ref: '#/definitions/loop' }],
  ['json', { $ref: '#' }],
  ['json', { enum: ['a', null] }],
  ['json', { const: 'a' }],
  ['json', { type: 'object' }],
  ['json', { type: 'array' }],
  ['json', { type: ['string', 'null'] }],
  ['json', { type: 'string', anyOf: [{ maxLength: 1 }] }],
  ['json', {}],
  ['json', true],
])('%s: %j', (kind, schema) => {
  expect(kindOf(schema)).toBe(kind);
});

test.each<[Json, Json]>([
  [{ type: 'string' }, 1],
  [{ type: 'string' }, null],
  [{ type: 'number' }, '1'],
  [{ enum: ['a'] }, 'b'],
  [{ type: 'boolean' }, 'true'],
  [{ type: 'object', properties: {} }, []],
])('a stored value of another type is edited as JSON: %j, %j', (schema, stored) => {
  expect(kindOf(schema, stored)).toBe('json');
});

test('a schema that contains itself ends', () => {
  const schema: JsonObject = { definitions: { node: { type: 'object', properties: { next: { $ref: '#/definitions/node' } } } } };
  const fields = allFields(fieldsOf({ ...schema, properties: { first: { $ref: '#/definitions/node' } } }, {}));
  expect(fields.at(-1)).toMatchObject({ pointer: '/first/next/next/next/next', kind: 'json' });
});

test('pointers are escaped', () => {
  const properties = { 'a/b': { type: 'object', properties: { 'c~d e': { type: 'string' } } } };
  expect(allFields(fieldsOf({ properties }, {})).map(({ pointer }) => pointer)).toEqual(['/a~1b', '/a~1b/c~0d e']);
});

test('labels and hints are titles and descriptions, also beside a reference', () => {
  const properties = { a: { title: 'A', description: 'It is A.', $ref: '#/definitions/d' }, b: { $ref: '#/definitions/d' }, c: {} };
  const fields = fieldsOf({ properties, definitions: { d: { type: 'string', title: 'D' } } }, {});
  expect(fields.map(({ label, hint, kind }) => [label, hint, kind])).toEqual([
    ['A', 'It is A.', 'text'], ['D', undefined, 'text'], ['c', undefined, 'json'],
  ]);
});

test('members of an object are required once the object exists', () => {
  const requiredIn = (profile: JsonObject) => (
    allFields(fieldsOf(profileSchema, profile)).filter(({ required }) => required).map(({ pointer }) => pointer)
  );
  expect(requiredIn({})).toEqual(['/displayName']);
  expect(requiredIn({ address: {} })).toEqual(['/displayName', '/address/city']);
});

test('the schema of the example shows every kind of field', () => {
  const fields = allFields(fieldsOf(profileSchema, {}));
  expect(new Set(fields.map(({ kind }) => kind))).toEqual(new Set<Kind>(['text', 'choice', 'number', 'checkbox', 'group', 'json']));
  expect(fields.some(({ readOnly }) => readOnly)).toBe(true);
});
