import { JsonObject, JsonValue } from './json';

/** Applies a JSON Merge Patch (RFC 7396 section 2); what it does not name stays. */
export function mergePatch(target: JsonValue, patch: JsonObject): JsonObject {
  const result = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      result.delete(key);
    } else {
      result.set(key, isObject(value) ? mergePatch(result.get(key) ?? null, value) : value);
    }
  }
  return Object.fromEntries(result);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
