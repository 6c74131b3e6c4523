import { fieldsOf } from '../../../../examples/web/site/form/fields';
import type { JsonObject } from '../../../../examples/web/site/form/json';
import { messagesOf, type Violation } from '../../../../examples/web/site/form/violations';
import details from '../../../../src/handlers/shared/schema-details.json';

const PROPERTIES: JsonObject = {
  name: { type: 'string', minLength: 1, maxLength: 80 },
  age: { type: 'integer', minimum: 0, exclusiveMaximum: 150, multipleOf: 5 },
  language: { enum: ['de', 'en'] },
  address: { type: 'object', properties: { city: { type: 'string', maxLength: 20 } } },
  tags: { type: 'array', maxItems: 1, items: { type: 'string', maxLength: 3 } },
};

function violation(pointer: string, keyword: keyof typeof details): Violation {
  return { pointer, keyword, detail: details[keyword] };
}

function messages(pointer: string, keyword: keyof typeof details) {
  const { ofFields, others } = messagesOf([violation(pointer, keyword)], fieldsOf({ properties: PROPERTIES }, {}));
  return { ...Object.fromEntries(ofFields), others };
}

test.each<[string, keyof typeof details, string]>([
  ['/name', 'required', 'Enter a value.'],
  ['/language', 'required', 'Choose a value.'],
  ['/name', 'minLength', 'Enter at least 1 character.'],
  ['/name', 'maxLength', 'Enter at most 80 characters.'],
  ['/age', 'type', 'Enter a whole number.'],
  ['/age', 'minimum', 'Enter a number that is not below 0.'],
  ['/age', 'exclusiveMaximum', 'Enter a number below 150.'],
  ['/age', 'multipleOf', 'Enter a multiple of 5.'],
  ['/tags', 'maxItems', 'Enter at most 1 item.'],
  ['/tags', 'uniqueItems', 'Enter each item only once.'],
  ['/language', 'enum', details.enum],
  ['/address', 'minProperties', details.minProperties],
  ['/address/city', 'maxLength', 'Enter at most 20 characters.'],
])('%s, %s: %s', (pointer, keyword, text) => {
  expect(messages(pointer, keyword)).toEqual({ [pointer]: [text], others: [] });
});

test('a violation inside the value of a field says where', () => {
  expect(messages('/tags/0', 'maxLength')).toEqual({ '/tags': [`/0: ${details.maxLength}`], 'others': [] });
});

test('a limit that is not in the schema of the field has the text of the API', () => {
  expect(messages('/name', 'pattern')).toEqual({ '/name': [details.pattern], 'others': [] });
  expect(messages('/language', 'maxLength')).toEqual({ '/language': [details.maxLength], 'others': [] });
});

test('a violation that belongs to no field is listed on its own', () => {
  expect(messages('/other', 'additionalProperties')).toEqual({ others: [`/other: ${details.additionalProperties}`] });
  expect(messages('', 'maxProperties')).toEqual({ others: [details.maxProperties] });
  expect(messages('/names', 'type')).toEqual({ others: [`/names: ${details.type}`] });
});

test('several violations of a field are shown together', () => {
  const { ofFields } = messagesOf([violation('/age', 'minimum'), violation('/age', 'multipleOf')], fieldsOf({ properties: PROPERTIES }, {}));
  expect(ofFields.get('/age')).toEqual(['Enter a number that is not below 0.', 'Enter a multiple of 5.']);
});

test('without a schema, every violation is beside the profile', () => {
  const { ofFields, others } = messagesOf([violation('/name', 'required'), violation('', 'minProperties')], fieldsOf(undefined, {}));
  expect([...ofFields]).toEqual([['', [`/name: ${details.required}`, details.minProperties]]]);
  expect(others).toEqual([]);
});
