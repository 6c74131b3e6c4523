import { differences } from '../../../../examples/web/site/form/differences';
import { allFields } from '../../../../examples/web/site/form/fields';
import { FormModel } from '../../../../examples/web/site/form/model';

const SCHEMA = {
  properties: {
    name: { title: 'Name', type: 'string' },
    news: { title: 'News', type: 'boolean' },
    address: { title: 'Address', type: 'object', properties: { city: { title: 'City', type: 'string' } } },
  },
};

function mine(stored: object, inputs: Record<string, string> = {}): FormModel {
  const model = new FormModel(SCHEMA as never, stored as never);
  Object.entries(inputs).forEach(([pointer, input]) => model.enter(allFields(model.fields).find((field) => field.pointer === pointer)!, input));
  return model;
}

test('there are none between equal versions', () => {
  expect(differences(mine({ name: 'Ann', other: [1] }), { other: [1], name: 'Ann' })).toEqual([]);
});

test('tells changes of the person from those of the stored version', () => {
  expect(differences(mine({ name: 'Ann', news: false }, { '/name': 'Bob' }), { name: 'Cid', news: true })).toEqual([
    { label: 'Name', mine: 'Bob', stored: 'Cid', isMyChange: true },
    { label: 'News', mine: 'No', stored: 'Yes', isMyChange: false },
  ]);
});

test('names the object that a field is in', () => {
  expect(differences(mine({ address: { city: 'Rome' } }), {})).toEqual([
    { label: 'Address: City', mine: 'Rome', stored: 'Not set', isMyChange: false },
  ]);
});

test('contains members that have no field', () => {
  expect(differences(mine({ other: 1 }), { more: { a: 1 } })).toEqual([
    { label: 'other', mine: '1', stored: 'Not set', isMyChange: false },
    { label: 'more', mine: 'Not set', stored: '{\n  "a": 1\n}', isMyChange: false },
  ]);
});

test('compares with nothing if the profile was deleted', () => {
  expect(differences(mine({ name: 'Ann' }, { '/name': 'Bob' }), undefined)).toEqual([
    { label: 'Name', mine: 'Bob', stored: 'Not set', isMyChange: true },
  ]);
});

test('an input that is not a value is shown as it was entered', () => {
  const model = new FormModel({ properties: { age: { type: 'number' } } } as never, { age: 1 });
  model.enter(model.fields[0], 'old');
  expect(differences(model, { age: 2 })).toEqual([{ label: 'age', mine: 'old', stored: '2', isMyChange: true }]);
});
