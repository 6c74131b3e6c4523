import { JsonObject, JsonValue } from './json';
import { mapMembers } from './map-members';

/** Profile data as the store reads and writes it. */
export type StoredJson = JsonValue<StoredValue>;
export type StoredObject = JsonObject<StoredValue>;

/** An attribute that JSON can't represent and that is kept as stored: a set, binary, or a number that is not a double. */
export class StoredValue {
  // Private fields, so that code that walks through properties does not find any.
  readonly #attribute: unknown;
  readonly #json: JsonValue;

  /** @param json the nearest JSON value: a list, Base64 text, or the nearest double */
  constructor(attribute: unknown, json: JsonValue) {
    this.#attribute = attribute;
    this.#json = json;
  }

  public get attribute(): unknown {
    return this.#attribute;
  }

  /** Called by `JSON.stringify`. */
  public toJSON(): JsonValue {
    return this.#json;
  }
}

/** Replaces stored values with the nearest JSON values, for code that handles JSON only. Does not copy a value without any. */
export function withoutStoredValues(value: StoredJson): JsonValue {
  return hasStoredValues(value) ? copyWithoutStoredValues(value) : value;
}

function hasStoredValues(value: StoredJson): value is Exclude<StoredJson, JsonValue> {
  if (value === null || typeof value !== 'object') {
    return false;
  }
  return value instanceof StoredValue || (Array.isArray(value) ? value : Object.values(value)).some(hasStoredValues);
}

function copyWithoutStoredValues(value: StoredJson): JsonValue {
  if (value instanceof StoredValue) {
    return value.toJSON();
  }
  if (Array.isArray(value)) {
    return value.map(copyWithoutStoredValues);
  }
  if (value !== null && typeof value === 'object') {
    return mapMembers(value, copyWithoutStoredValues);
  }
  return value;
}
