import { canonicalText, memberPointer } from './json-value';
import type { UnmetKeyword } from './validator';
import type { JsonObject, JsonValue } from '../rules/json';

/** A property by the names that lead to it. */
export type PropertyPath = readonly string[];

/**
 * Gives what was sent the stored values of the read-only properties that it leaves out.
 *
 * Where it has no object that could hold one, that is left for `findReadOnlyViolations` to find.
 */
export function keepReadOnly(sent: JsonObject, stored: JsonValue | undefined, properties: readonly PropertyPath[]): JsonObject {
  return properties.reduce((kept, property) => {
    const value = valueAt(stored, property);
    return value === undefined || valueAt(kept, property) !== undefined ? kept : withValue(kept, property, value);
  }, sent);
}

/** Finds the read-only properties that would change; to send null is to change one, even one that is not there. */
export function findReadOnlyViolations(
  before: JsonValue | undefined,
  after: JsonObject,
  sent: JsonObject,
  properties: readonly PropertyPath[],
): UnmetKeyword[] {
  return properties
    .filter((property) => {
      const was = valueAt(before, property);
      return !isSame(was, valueAt(after, property)) || (was === undefined && valueAt(sent, property) === null);
    })
    .map((property) => ({ pointer: property.reduce(memberPointer, ''), keyword: 'readOnly' }));
}

function valueAt(value: JsonValue | undefined, property: PropertyPath): JsonValue | undefined {
  return property.reduce<JsonValue | undefined>((parent, name) => (hasMember(parent, name) ? parent[name] : undefined), value);
}

function withValue(parent: JsonObject, [name, ...rest]: PropertyPath, value: JsonValue): JsonObject {
  if (rest.length === 0) {
    return { ...parent, [name]: value };
  }
  const member = hasMember(parent, name) ? parent[name] : {};
  return isObject(member) ? { ...parent, [name]: withValue(member, rest, value) } : parent;
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : canonicalText(a) === canonicalText(b);
}

function hasMember(value: JsonValue | undefined, name: string): value is JsonObject {
  return isObject(value) && Object.hasOwn(value, name);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
