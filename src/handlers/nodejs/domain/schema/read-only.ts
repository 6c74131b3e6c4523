import { isEqual } from './equality';
import type { Report } from './report';
import type { ReadOnlyProperties } from '../../../../profile-schema/document';
import type { JsonObject, JsonValue } from '../json';
import type { StoredJson, StoredObject } from '../stored-value';

/**
 * Adds the stored values of the read-only properties that the sent profile omits.
 *
 * If a parent is not an object, `reportReadOnly` reports it.
 */
export function keepReadOnly(sent: StoredObject, stored: StoredJson | undefined, properties: ReadOnlyProperties): StoredObject {
  const kept = { ...sent };
  for (const [name, inner] of Object.entries(properties)) {
    const before = memberOf(stored, name);
    if (before === undefined) {
      continue;
    }
    const member = memberOf(kept, name);
    if (inner === true) {
      kept[name] = member === undefined ? before : member;
    } else if (member === undefined || isObject(member)) {
      const merged = keepReadOnly(member ?? {}, before, inner);
      if (member !== undefined || Object.keys(merged).length > 0) {
        kept[name] = merged;
      }
    }
  }
  return kept;
}

/** Replaces unchanged read-only properties with their exact stored values. */
export function restoreReadOnly(profile: StoredObject, stored: StoredJson | undefined, properties: ReadOnlyProperties): StoredObject {
  const restored = { ...profile };
  for (const [name, inner] of Object.entries(properties)) {
    const before = memberOf(stored, name);
    const member = memberOf(restored, name);
    if (before !== undefined && inner === true) {
      restored[name] = before;
    } else if (inner !== true && isObject(member)) {
      restored[name] = restoreReadOnly(member, before, inner);
    }
  }
  return restored;
}

/** Reports read-only properties that would change. Sending null counts as a change, even if there is no value. */
export function reportReadOnly(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  sent: JsonValue | undefined,
  properties: ReadOnlyProperties,
  report: Report,
): void {
  for (const [name, inner] of Object.entries(properties)) {
    const [was, is, wanted] = [before, after, sent].map((value) => memberOf(value, name));
    report.path.push(name);
    if (inner !== true) {
      reportReadOnly(was, is, wanted, inner, report);
    } else if (!isSame(was, is) || (was === undefined && wanted === null)) {
      report.add('readOnly');
    }
    report.path.pop();
  }
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isEqual(a, b);
}

function memberOf<Other>(value: JsonValue<Other> | undefined, name: string): JsonValue<Other> | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject<Other>(value: JsonValue<Other> | undefined): value is JsonObject<Other> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
