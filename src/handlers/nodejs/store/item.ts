import { AttributeValue } from '@aws-sdk/client-dynamodb';
import { isSameNumber } from './decimal';
import { JsonValue } from '../domain/json';
import { mapMembers } from '../domain/map-members';
import { NO_VERSION, Profile } from '../domain/profile';
import { StoredJson, StoredValue } from '../domain/stored-value';

/** Converts values to DynamoDB attributes. */
export function toAttributes(values: Readonly<Record<string, StoredJson>>): Record<string, AttributeValue> {
  return mapMembers(values, toAttribute);
}

/** Converts an item to a profile. Items of other writers may lack the version and the times. */
export function fromItem(attributes: Record<string, AttributeValue>): Profile {
  const item = mapMembers(attributes, fromAttribute);
  return {
    pk: item.pk as string,
    sk: item.sk as string,
    profile_data: item.profile_data ?? null,
    version: (item.version as string | undefined) ?? NO_VERSION,
    created_at: (item.created_at as string | undefined) ?? null,
    updated_at: (item.updated_at as string | undefined) ?? null,
  };
}

function toAttribute(value: StoredJson): AttributeValue {
  switch (typeof value) {
    case 'string': return { S: value };
    case 'number': return { N: String(value) };
    case 'boolean': return { BOOL: value };
  }
  if (value === null) {
    return { NULL: true };
  }
  if (Array.isArray(value)) {
    return { L: value.map(toAttribute) };
  }
  return value instanceof StoredValue ? value.attribute as AttributeValue : { M: mapMembers(value, toAttribute) };
}

function fromAttribute(attribute: AttributeValue): StoredJson {
  if (attribute.S !== undefined) {
    return attribute.S;
  }
  if (attribute.N !== undefined) {
    const number = Number(attribute.N);
    return isSameNumber(attribute.N, String(number)) ? number : new StoredValue(attribute, number);
  }
  if (attribute.L) {
    return attribute.L.map(fromAttribute);
  }
  if (attribute.M) {
    return mapMembers(attribute.M, fromAttribute);
  }
  if (attribute.BOOL !== undefined) {
    return attribute.BOOL;
  }
  return attribute.NULL ? null : new StoredValue(attribute, nearestJson(attribute));
}

function nearestJson({ B, SS, NS, BS }: AttributeValue): JsonValue {
  return B ? toBase64(B) : SS ?? NS?.map(Number) ?? BS!.map(toBase64);
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
