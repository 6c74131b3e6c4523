import { JsonObject, JsonValue } from './json';
import { mapMembers } from './map-members';
import { StoredJson, StoredObject, StoredValue } from './stored-value';

/** Applies a JSON Merge Patch (RFC 7396 section 2). Keeps all properties that it does not name. */
export function mergePatch(target: StoredJson, patch: JsonObject): StoredObject {
  const result = isObject(target) ? mapMembers(target, (member) => member) : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      result[key] = isObject(value) ? mergePatch(Object.hasOwn(result, key) ? result[key] : null, value) : value;
    }
  }
  return result;
}

function isObject<Other>(value: JsonValue<Other>): value is JsonObject<Other> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof StoredValue);
}
