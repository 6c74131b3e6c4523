import { JsonObject, JsonValue } from '../../src/handlers/nodejs/domain/json';
import { Answer } from '../support/drivers/rules-process';

/** The rules once more, each in other words than the handlers', to check them by. */

/** Original, patch and result, as in RFC 7396 appendix A. */
export const MERGE_PATCH_EXAMPLES: [JsonValue, JsonValue, JsonValue][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [['a', 'b'], ['c', 'd'], ['c', 'd']],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

/** The pseudo code of RFC 7396 section 2, line by line. */
export function mergePatchByHand(original: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) {
    return patch;
  }
  const target = isObject(original) ? { ...original } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete target[name];
    } else {
      target[name] = mergePatchByHand(Object.hasOwn(target, name) ? target[name] : undefined, value);
    }
  }
  return target;
}

/** Reads a body with `JSON.parse`, and looks at each value on its way up. */
export function parseByHand(text: string): Answer {
  const faults: string[][] = [];
  let value: JsonValue;
  try {
    value = JSON.parse(text, function (this: unknown, key: string, member: JsonValue) {
      faults.push(faultsOf(Array.isArray(this) ? undefined : key, member));
      return member;
    });
  } catch {
    return { problem: 'malformed-json' };
  }
  if (depthOf(value) > 31) {
    return { problem: 'too-deeply-nested' };
  }
  if (!isObject(value)) {
    return { problem: 'not-an-object' };
  }
  // The last one is the body itself, which comes as a member with an empty name.
  const found = faults.slice(0, -1).flat();
  const first = ['empty-key', 'reserved-key', 'lone-surrogate', 'number-out-of-range'].find((fault) => found.includes(fault));
  return first ? { problem: first } : { value: JSON.parse(JSON.stringify(value)) };
}

function faultsOf(key: string | undefined, value: JsonValue): string[] {
  return [
    key === '' && 'empty-key',
    key === '__proto__' && 'reserved-key',
    /\p{Surrogate}/u.test((key ?? '') + (typeof value === 'string' ? ` ${value}` : '')) && 'lone-surrogate',
    typeof value === 'number' && (Math.abs(value) >= 2 ** 53 || (value !== 0 && Math.abs(value) < 1e-130)) && 'number-out-of-range',
  ].filter((fault) => fault !== false);
}

function depthOf(value: JsonValue): number {
  return typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
}

/** What a value takes in DynamoDB, by what the documentation says of each type. */
export function sizeByHand(value: JsonValue): number {
  switch (typeof value) {
    case 'string': return new TextEncoder().encode(value).length;
    case 'number': return numberSizeByHand(value);
    case 'boolean': return 1;
    default: return value === null ? 1 : 3 + containerSizeByHand(value);
  }
}

/** Names, members, and one byte for each. */
function containerSizeByHand(value: JsonValue[] | JsonObject): number {
  const names = Array.isArray(value) ? '' : Object.keys(value).join('');
  const members = Object.values(value);
  return sizeByHand(names) + members.length + members.map(sizeByHand).reduce((sum, size) => sum + size, 0);
}

/** Writes the number out with zeros around, and counts the pairs of digits between the outermost that are not 00. */
function numberSizeByHand(number: number): number {
  const [mantissa, exponent = '0'] = String(Math.abs(number)).split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  const zeros = '0'.repeat(200);
  const digits = zeros + whole + fraction + zeros;
  const point = zeros.length + whole.length + Number(exponent);
  // Pairs begin at the point.
  const pairs = (point % 2 === 0 ? digits : `0${digits}`).match(/..?/g)!.join(' ').replace(/^(?:00 ?)+|(?: ?00?)+$/g, '');
  return number === 0 ? 1 : pairs.split(' ').length + 1 + (number < 0 ? 1 : 0);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
