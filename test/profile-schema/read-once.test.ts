import { readProfileSchema } from '../../src/profile-schema';

const NAME = { type: 'string', pattern: '^\\p{Lu}' };

test('equal schemas, whatever the order of their keys, are compiled once', () => {
  const first = readProfileSchema({ type: 'object', properties: { name: NAME } });
  expect(readProfileSchema({ properties: { name: { ...NAME } }, type: 'object' })).toBe(first);
});

test('a schema that has changed is compiled again', () => {
  const schema: { [key: string]: any } = { type: 'object', properties: { name: NAME } };
  const first = readProfileSchema(schema);
  schema.properties = { name: { ...NAME, maxLength: 10 } };
  expect(readProfileSchema(schema).document).not.toEqual(first.document);
  schema.properties.name.pattern = '(?<=a)b';
  expect(readProfileSchema(schema).faults).toHaveLength(1);
});
