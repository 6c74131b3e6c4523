import { Token } from 'aws-cdk-lib';
import { pointerTo, SchemaFault } from './document';

/** More levels than a profile can have. The validators recurse to the same depth. */
const MAX_DEPTH = 100;

/** Finds values that are not JSON at synthesis: unresolved tokens, and types that only JavaScript has. */
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
    return fault(`is not JSON, but a ${typeof value === 'object' ? value.constructor.name : typeof value}; give JSON values only`);
  }
  if (depth > MAX_DEPTH) {
    return fault(`nests more than ${MAX_DEPTH} objects and arrays, or contains itself; use $ref for what recurs`);
  }
  return Object.entries(value).flatMap(([key, member]) => [
    ...findKeyFaults(key, pointerTo(pointer, key)),
    ...findJsonFaults(member, pointerTo(pointer, key), depth + 1),
  ]);
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
