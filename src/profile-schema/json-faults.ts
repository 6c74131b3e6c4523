import { Token } from 'aws-cdk-lib';
import { pointerTo, SchemaFault, SchemaValue } from './document';

/** More levels than a profile can have. The validators recurse to the same depth. */
const MAX_DEPTH = 100;

/** jsii drops a null in an object, and passes a null in a list as undefined. */
const LOST_NULL = "is null or undefined, which apps in other languages can't pass; to accept null, use { type: 'null' }, alone or in an anyOf";

/** Finds values that are not JSON at synthesis: unresolved tokens, types that only JavaScript has, and null in lists. */
export function findJsonFaults(value: unknown, pointer = '', depth = 1): SchemaFault[] {
  const fault = (problemAndRemedy: string): SchemaFault[] => [{ pointer, value: undefined, problemAndRemedy }];
  if (Token.isUnresolved(value)) {
    return fault('is a token, but the schema is needed at synth; give a literal value');
  }
  if (value === null || typeof value === 'boolean') {
    return [];
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? [] : [{ pointer, value, problemAndRemedy: 'is not a number of JSON; give a finite one' }];
  }
  if (typeof value === 'string') {
    return isWellFormed(value) ? [] : fault('has a lone surrogate, which is not a character; leave it out');
  }
  if (typeof value !== 'object' || !(Array.isArray(value) || isPlain(value))) {
    return fault(value === undefined
      ? 'is undefined, which JSON does not have; give a value, or leave the key out'
      : `is of type ${typeof value === 'object' ? value.constructor.name : typeof value}, which JSON does not have; give JSON values only`);
  }
  if (depth > MAX_DEPTH) {
    return fault(`nests more than ${MAX_DEPTH} objects and arrays, or contains itself; use $ref for what recurs`);
  }
  if (Array.isArray(value)) {
    return [...value.entries()].flatMap(([index, element]) => {
      const at = pointerTo(pointer, index);
      return isNullish(element) ? [{ pointer: at, value: undefined, problemAndRemedy: LOST_NULL }] : findJsonFaults(element, at, depth + 1);
    });
  }
  return Object.entries(value).flatMap(([key, member]) => [
    ...findKeyFaults(key, pointerTo(pointer, key)),
    ...findJsonFaults(member, pointerTo(pointer, key), depth + 1),
  ]);
}

/** Finds every null in a JSON value that changes its meaning when the null is lost. */
export function findNulls(value: SchemaValue, pointer: string): SchemaFault[] {
  if (value === null) {
    return [{ pointer, value: undefined, problemAndRemedy: LOST_NULL }];
  }
  return typeof value === 'object' ? Object.entries(value).flatMap(([key, member]) => findNulls(member, pointerTo(pointer, key))) : [];
}

function isNullish(value: unknown): boolean {
  return value === null || value === undefined;
}

function findKeyFaults(key: string, pointer: string): SchemaFault[] {
  if (key === '__proto__') {
    return [{ pointer, value: key, problemAndRemedy: 'is a key that no profile can have; leave it out' }];
  }
  return findJsonFaults(key, pointer);
}

/** The library's compile target does not include `String.prototype.isWellFormed`. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Whether it is a plain object, of any realm. Jest uses several. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
