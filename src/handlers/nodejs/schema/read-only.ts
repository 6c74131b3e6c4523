import { canonicalText, memberPointer } from './json-value';
import type { UnmetKeyword } from './validator';
import type { JsonObject, JsonValue } from '../rules/json';
import type { StoredJson, StoredObject } from '../rules/stored-value';

/** A property by the names that lead to it. */
export type PropertyPath = readonly string[];

/**
 * Gives what was sent the stored values of the read-only properties that it leaves out.
 *
 * Where it has no object that could hold one, that is left for `findReadOnlyViolations` to find.
 */
export function keepReadOnly(sent: JsonObject, stored: StoredJson | undefined, properties: readonly PropertyPath[]): StoredObject {
  return properties.reduce<StoredObject>((kept, property) => {
    const value = valueAt(stored, property);
    return value === undefined || valueAt(kept, property) !== undefined ? kept : withValue(kept, property, value);
  }, sent);
}

/** Gives a profile, in which none of the read-only properties changes, these as they are stored. */
export function restoreReadOnly(profile: StoredObject, stored: StoredJson | undefined, properties: readonly PropertyPath[]): StoredObject {
  return properties.reduce((restored, property) => {
    const value = valueAt(stored, property);
    return value === undefined ? restored : withValue(restored, property, value);
  }, profile);
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

function valueAt<Other>(value: JsonValue<Other> | undefined, property: PropertyPath): JsonValue<Other> | undefined {
  return property.reduce<JsonValue<Other> | undefined>((parent, name) => (hasMember(parent, name) ? parent[name] : undefined), value);
}

function withValue(parent: StoredObject, [name, ...rest]: PropertyPath, value: StoredJson): StoredObject {
  if (rest.length === 0) {
    return { ...parent, [name]: value };
  }
  const member = hasMember(parent, name) ? parent[name] : {};
  return isObject(member) ? { ...parent, [name]: withValue(member, rest, value) } : parent;
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : canonicalText(a) === canonicalText(b);
}

function hasMember<Other>(value: JsonValue<Other> | undefined, name: string): value is JsonObject<Other> {
  return isObject(value) && Object.hasOwn(value, name);
}

function isObject<Other>(value: JsonValue<Other> | undefined): value is JsonObject<Other> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
