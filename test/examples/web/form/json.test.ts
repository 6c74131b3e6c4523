import { equal, mergePatch, numberIn, parseJson } from '../../../../examples/web/site/form/json';
import { mergePatch as applyMergePatch } from '../../../../src/handlers/nodejs/domain/merge-patch';

const hasRawJson = 'rawJSON' in JSON;

describe('numbers', () => {
  test.each(['0', '-0.5', '12', '1.50', '1e3', '1E+3', '9007199254740991'])('%s is a number', (text) => {
    expect(numberIn(text)).toBe(Number(text));
  });

  test.each(['', '.5', '5.', '1,5', '01', '+1', '0x10', 'NaN', 'Infinity', '1e', '1 2'])('"%s" is not', (text) => {
    expect(numberIn(text)).toBeUndefined();
  });

  test('a number that no double is near is never sent as null', () => {
    // With `JSON.rawJSON()` it is sent as it is, and the API rejects it.
    expect(JSON.stringify(numberIn('1e400'))).toBe(hasRawJson ? '1e400' : undefined);
  });

  // Node.js has it since 22. Browsers have it, and the test in a browser saves such a number too.
  (hasRawJson ? test : test.skip)('keep all their digits, which needs JSON.rawJSON()', () => {
    const text = '{"a":[9007199254740993,0.1,1.10,1e400,-1e-400]}';
    expect(JSON.stringify(parseJson(text))).toBe('{"a":[9007199254740993,0.1,1.1,1e400,-1e-400]}');
  });
});

describe('equal', () => {
  test.each([
    [undefined, undefined], [null, null], [1, 1], ['a', 'a'], [[1, [2]], [1, [2]]], [{ a: 1, b: { c: [] } }, { b: { c: [] }, a: 1 }],
  ])('%j equals %j', (a, b) => {
    expect(equal(a, b)).toBe(true);
  });

  test.each([
    [undefined, null], [null, {}], [0, '0'], [false, 0], [[], {}], [[1, 2], [2, 1]], [{ a: 1 }, { b: 1 }], [{ a: 1 }, { a: 1, b: 1 }], ['', undefined],
  ])('%j does not equal %j', (a, b) => {
    expect(equal(a, b)).toBe(false);
    expect(equal(b, a)).toBe(false);
  });
});

describe('mergePatch', () => {
  test.each([
    [{ a: 1, b: 2 }, { a: 1, b: 3 }, { b: 3 }],
    [{ a: 1, b: 2 }, { a: 1 }, { b: null }],
    [{}, { a: { b: {} } }, { a: { b: {} } }],
    [{ a: { b: 1, c: 2 } }, { a: { c: 2, d: 3 } }, { a: { b: null, d: 3 } }],
    [{ a: [1, null] }, { a: [null] }, { a: [null] }],
    [{ a: 'text' }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: { b: 1 } }, { a: 'text' }, { a: 'text' }],
    [{ a: null, b: 1 }, { a: null, b: 2 }, { b: 2 }],
  ])('from %j to %j', (from, to, patch) => {
    expect(mergePatch(from as never, to as never)).toEqual(patch);
    expect(applyMergePatch(from as never, patch as never)).toEqual(to);
  });

  test.each([[{}, { a: null }], [{ a: 1 }, { a: null }], [{ a: {} }, { a: { b: null } }]])('there is none from %j to %j', (from, to) => {
    expect(mergePatch(from as never, to as never)).toBeUndefined();
  });

  test('names the key __proto__, so that the API can reject it', () => {
    expect(JSON.stringify(mergePatch({}, parseJson('{"__proto__": 1}') as never))).toBe('{"__proto__":1}');
  });
});
