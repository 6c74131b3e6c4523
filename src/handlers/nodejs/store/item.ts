import { NumberValue } from '@aws-sdk/lib-dynamodb';
import { JsonValue } from '../rules/json';
import { Profile } from '../rules/profile';

/** What the marshaller takes for a JSON value. */
type Attribute = null | boolean | NumberValue | string | Attribute[] | Map<string, Attribute>;

/**
 * Makes Maps of objects, because the marshaller takes an object with a key `constructor` for an instance of a class; and
 * keeps numbers that another writer stored, though they are larger than the marshaller takes as JavaScript's.
 */
export function toAttribute(value: JsonValue): Attribute {
  if (typeof value === 'number') {
    return NumberValue.from(String(value));
  }
  if (Array.isArray(value)) {
    return value.map(toAttribute);
  }
  if (value !== null && typeof value === 'object') {
    return new Map(Object.entries(value).map(([key, member]) => [key, toAttribute(member)]));
  }
  return value;
}

/** Reads an item, one that an earlier code wrote without version and times as well. */
export function fromItem(item: Record<string, unknown>): Profile {
  return {
    pk: item.pk as string,
    sk: item.sk as string,
    profile_data: toJson(item.profile_data),
    version: (item.version as string | undefined) ?? '0',
    created_at: (item.created_at as string | undefined) ?? null,
    updated_at: (item.updated_at as string | undefined) ?? null,
  };
}

/** Gives what JSON has no word for, but another writer may have stored, the nearest one: sets as arrays, bytes in base64. */
function toJson(value: unknown): JsonValue {
  if (value instanceof Set) {
    return [...value].map(toJson);
  }
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64');
  }
  if (Array.isArray(value)) {
    return value.map(toJson);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJson(member)]));
  }
  return (value ?? null) as JsonValue;
}
