import { JsonObject, JsonValue } from './json';
import { mapMembers } from './map-members';

/** Profile data as the store reads and writes it. */
export type StoredJson = JsonValue<StoredValue>;
export type StoredObject = JsonObject<StoredValue>;

/** An attribute that is kept as it is stored: a set, bytes, or a number that no double is equal to. */
export class StoredValue {
  // Private, so that it has no properties, which a path could lead to.
  readonly #attribute: unknown;
  readonly #json: JsonValue;

  /** @param json the nearest JSON value: a list, bytes in base64, the nearest double */
  constructor(attribute: unknown, json: JsonValue) {
    this.#attribute = attribute;
    this.#json = json;
  }

  public get attribute(): unknown {
    return this.#attribute;
  }

  /** What `JSON.stringify` writes. */
  public toJSON(): JsonValue {
    return this.#json;
  }
}

/** A copy of profile data in which JSON values stand for the stored ones, for code that knows JSON only. */
export function withoutStoredValues(value: StoredJson): JsonValue {
  if (value instanceof StoredValue) {
    return value.toJSON();
  }
  if (Array.isArray(value)) {
    return value.map(withoutStoredValues);
  }
  if (value !== null && typeof value === 'object') {
    return mapMembers(value, withoutStoredValues);
  }
  return value;
}
