import { allFields, type Field } from '../../../../examples/web/site/form/fields';
import type { Input } from '../../../../examples/web/site/form/inputs';
import type { JsonObject } from '../../../../examples/web/site/form/json';
import { FormModel } from '../../../../examples/web/site/form/model';

const SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    age: { type: 'integer' },
    color: { enum: ['red', 'green', 3] },
    news: { type: 'boolean' },
    address: {
      type: 'object',
      properties: { city: { type: 'string' }, floor: { type: 'number' }, geo: { type: 'object', properties: { lat: { type: 'number' } } } },
      required: ['city'],
    },
    tags: { type: 'array' },
    plan: { type: 'string', readOnly: true },
  },
  required: ['name'],
};

/** A form for a stored profile, after inputs by JSON pointer. */
function form(stored: JsonObject | undefined, inputs: Record<string, Input> = {}, schema: JsonObject | undefined = SCHEMA): FormModel {
  const model = new FormModel(schema, stored);
  Object.entries(inputs).forEach(([pointer, input]) => model.enter(fieldAt(model, pointer), input));
  return model;
}

function fieldAt({ fields }: FormModel, pointer: string): Field {
  return allFields(fields).find((field) => field.pointer === pointer)!;
}

describe('a patch names only what changed', () => {
  test.each<[string, JsonObject, Record<string, Input>, JsonObject]>([
    ['a text', { name: 'Ann', age: 5 }, { '/name': 'Bob' }, { name: 'Bob' }],
    ['a number', { name: 'Ann' }, { '/age': ' 12 ' }, { age: 12 }],
    ['a choice of a text', { name: 'Ann' }, { '/color': '"green"' }, { color: 'green' }],
    ['a choice of a number', { name: 'Ann' }, { '/color': '3' }, { color: 3 }],
    ['a checked box', { name: 'Ann' }, { '/news': true }, { news: true }],
    ['a member of an object', { name: 'Ann', address: { city: 'Rome', floor: 1 } }, { '/address/floor': '2' }, { address: { floor: 2 } }],
    ['a new object', { name: 'Ann' }, { '/address/geo/lat': '1.5' }, { address: { geo: { lat: 1.5 } } }],
    ['a list', { name: 'Ann' }, { '/tags': '["a", null]' }, { tags: ['a', null] }],
    ['a removed text', { name: 'Ann', age: 5 }, { '/name': '' }, { name: null }],
    ['a removed number', { name: 'Ann', age: 5 }, { '/age': '' }, { age: null }],
    ['a removed choice', { color: 'red' }, { '/color': '' }, { color: null }],
    ['a removed list', { tags: [] }, { '/tags': ' ' }, { tags: null }],
    ['members that the schema does not have stay', { name: 'Ann', other: { x: 1 } }, { '/name': 'Bob' }, { name: 'Bob' }],
  ])('%s', (_, stored, inputs, body) => {
    expect(form(stored, inputs).change()).toEqual({ method: 'PATCH', body });
  });
});

describe('absent, empty and false are different', () => {
  test.each<[string, JsonObject, Record<string, Input>]>([
    ['an absent text that stays empty', {}, { '/name': '' }],
    ['an absent text that was entered and removed', {}, { '/name': '', '/age': '' }],
    ['an empty text', { name: '' }, { '/age': '' }],
    ['an object without members', { address: {} }, { '/name': '' }],
    ['the same number in another form', { age: 5 }, { '/age': '5.0' }],
    ['a stored false', { news: false }, { '/news': false }],
  ])('nothing is to save: %s', (_, stored, inputs) => {
    expect(form(stored, inputs).change()).toBeUndefined();
  });

  test('a box that nobody used stores nothing', () => {
    expect(form({}, { '/name': 'Ann' }).profile()).toEqual({ name: 'Ann' });
  });

  test('a box that was checked and unchecked stores false', () => {
    expect(form({}, { '/news': false }).change()).toEqual({ method: 'PATCH', body: { news: false } });
  });

  test('an object is not created while nothing is entered into it', () => {
    expect(form({}, { '/address/city': '', '/address/geo/lat': '' }).profile()).toEqual({});
  });

  test('an object from which everything is removed is removed', () => {
    const model = form({ name: 'Ann', address: { city: 'Rome' } }, { '/address/city': '' });
    expect(model.change()).toEqual({ method: 'PATCH', body: { address: null } });
  });

  test('an object that has members without a field stays', () => {
    const model = form({ address: { city: 'Rome', planet: 'Earth' } }, { '/address/city': '' });
    expect(model.change()).toEqual({ method: 'PATCH', body: { address: { city: null } } });
  });
});

describe('without a profile', () => {
  test('the whole profile is sent', () => {
    expect(form(undefined, { '/name': 'Ann', '/address/city': 'Rome' }).change()).toEqual({
      method: 'POST', body: { name: 'Ann', address: { city: 'Rome' } },
    });
  });

  test('an empty form can be saved too, so that the API says what is required', () => {
    expect(form(undefined).change()).toEqual({ method: 'POST', body: {} });
  });
});

test('a value that a patch can\'t express is sent with the whole profile', () => {
  const model = form({ name: 'Ann', plan: 'free' }, { '/tags': '{"a": null}' });
  expect(model.change()).toEqual({ method: 'POST', body: { name: 'Ann', plan: 'free', tags: { a: null } } });
});

describe('without a schema', () => {
  test('a change is sent as a patch', () => {
    const model = new FormModel(undefined, { a: 1, b: 2, c: { d: 3 } });
    model.enter(model.fields[0], '{"a": 1, "b": 4, "c": {}}');
    expect(model.change()).toEqual({ method: 'PATCH', body: { b: 4, c: { d: null } } });
  });

  test('a value that a patch can\'t express is sent with the whole profile', () => {
    expect(new FormModel(undefined, { a: 1 }).inputOf(new FormModel(undefined, undefined).fields[0])).toBe('{\n  "a": 1\n}');
    const model = new FormModel(undefined, { a: 1 });
    model.enter(model.fields[0], '{"b": null}');
    expect(model.change()).toEqual({ method: 'POST', body: { b: null } });
  });

  test.each(['', '[]', '1', 'null', '{"a"}'])('"%s" is not a profile', (text) => {
    const model = new FormModel(undefined, { a: 1 });
    model.enter(model.fields[0], text);
    expect([...model.faults().keys()]).toEqual(['']);
  });
});

describe('inputs that are not values', () => {
  test('are faults of their fields, and stay as they were entered', () => {
    const model = form({ age: 5 }, { '/age': '5 years', '/tags': '[1', '/address/floor': 'x' });
    expect([...model.faults().keys()]).toEqual(['/age', '/address/floor', '/tags']);
    expect(model.inputOf(fieldAt(model, '/age'))).toBe('5 years');
  });

  test('end when the field has its old value again', () => {
    const model = form({ age: 5 }, { '/age': '5 years' });
    model.enter(fieldAt(model, '/age'), '5');
    expect(model.isChanged).toBe(false);
    expect(model.faults().size).toBe(0);
  });
});

describe('changes on top of another stored version', () => {
  test('keep what the other version changed', () => {
    const { edits } = form({ name: 'Ann', age: 5 }, { '/name': 'Bob' });
    const model = new FormModel(SCHEMA, { name: 'Cid', age: 6, news: true }, edits);
    expect(model.change()).toEqual({ method: 'PATCH', body: { name: 'Bob' } });
    expect(model.profile()).toEqual({ name: 'Bob', age: 6, news: true });
  });

  test('create a deleted profile again, without what users can\'t write', () => {
    const { edits, base } = form({ name: 'Ann', other: 1, plan: 'free' }, { '/address/city': 'Rome' });
    const model = new FormModel(SCHEMA, undefined, edits, base);
    expect(model.isChanged).toBe(true);
    expect(model.change()).toEqual({ method: 'POST', body: { name: 'Ann', other: 1, address: { city: 'Rome' } } });
  });

  test('keep members of an object that is now of another type', () => {
    const { edits } = form({ address: { city: 'Rome' } }, { '/address/city': 'Oslo' });
    expect(new FormModel(SCHEMA, { address: 'somewhere' }, edits).profile()).toEqual({ address: { city: 'Oslo' } });
  });
});
