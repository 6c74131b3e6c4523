import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { JsonObject, JsonValue } from '../../src/handlers/nodejs/domain/json';

/** What the API makes of attributes, in other words than the handlers'. */

/** The nearest JSON value. */
export function jsonByHand(attribute: AttributeValue): JsonValue {
  const [[type, value]] = Object.entries(attribute);
  switch (type) {
    // Without the minus of zero, as JSON has it.
    case 'N': return Number(value) || 0;
    case 'NS': return value.map((element: string) => Number(element) || 0);
    case 'B': return base64(value);
    case 'BS': return value.map(base64);
    case 'L': return value.map(jsonByHand);
    case 'M': return Object.fromEntries(Object.entries<AttributeValue>(value).map(([key, member]) => [key, jsonByHand(member)]));
    case 'NULL': return null;
    default: return value;
  }
}

/** The attribute that a JSON value is stored as. */
function attributeByHand(value: JsonValue): AttributeValue {
  switch (typeof value) {
    case 'string': return { S: value };
    case 'number': return { N: String(value) };
    case 'boolean': return { BOOL: value };
  }
  if (value === null) {
    return { NULL: true };
  }
  return Array.isArray(value)
    ? { L: value.map(attributeByHand) }
    : { M: Object.fromEntries(Object.entries(value).map(([key, member]) => [key, attributeByHand(member)])) };
}

/** A merge patch of attributes: what it does not name is the attribute that it was. */
export function patchedByHand(target: AttributeValue | undefined, patch: JsonObject): AttributeValue {
  const members = new Map(Object.entries(target?.M ?? {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      members.delete(name);
    } else {
      members.set(name, isObject(value) ? patchedByHand(members.get(name), value) : attributeByHand(value));
    }
  }
  return { M: Object.fromEntries(members) };
}

/** An attribute in one spelling of all that are equal: numbers by value, elements of a set in order, bytes in base64. */
export function normalized(attribute: AttributeValue): unknown {
  const [[type, value]] = Object.entries(attribute);
  switch (type) {
    case 'B': return { B: base64(value) };
    case 'BS': return { BS: value.map(base64).sort() };
    case 'SS': return { SS: [...value].sort() };
    case 'N': return { N: normalizedNumber(value) };
    case 'NS': return { NS: value.map(normalizedNumber).sort() };
    case 'L': return { L: value.map(normalized) };
    case 'M': return { M: Object.entries<AttributeValue>(value).map(([key, member]) => [key, normalized(member)]).sort() };
    default: return attribute;
  }
}

function normalizedNumber(text: string): string {
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  let digits = BigInt(whole + fraction);
  let scale = Number(exponent) - fraction.length;
  while (digits !== 0n && digits % 10n === 0n) {
    digits /= 10n;
    scale += 1;
  }
  return digits === 0n ? '0' : `${digits}e${scale}`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
