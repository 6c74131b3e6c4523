import { sizeOf } from './size';
import { JsonObject, JsonValue } from '../domain/json';
import { Problem, ProblemCode } from '../domain/problem';
import { StoredObject } from '../domain/stored-value';

/** The most objects and arrays that profile data may nest: DynamoDB nests 32 levels, of which the attribute that holds it takes one. */
export const MAX_DEPTH = 31;
/** The smallest magnitude of a DynamoDB number. */
const MIN_MAGNITUDE = 1e-130;
/** The longest name of a DynamoDB attribute, in bytes of UTF-8. */
const MAX_KEY_BYTES = 65535;

/** Refused values in the order in which they are reported, so that a value with two faults gets one answer everywhere. */
const REFUSALS = ['empty-key', 'reserved-key', 'key-too-long', 'lone-surrogate', 'number-out-of-range'] as const satisfies ProblemCode[];
type Refusal = typeof REFUSALS[number];

/**
 * Refuses JSON that would not read back equal from DynamoDB.
 *
 * @throws Problem that names the first fault in the order of `REFUSALS`
 */
export function requireStorable(value: JsonObject): void {
  const refused = new Set<Refusal>();
  collectRefusals(value, refused);
  for (const refusal of REFUSALS) {
    if (refused.has(refusal)) {
      throw new Problem(refusal);
    }
  }
}

/**
 * Refuses profile data that takes too much in DynamoDB.
 *
 * @throws Problem `profile-too-large`
 */
export function requireProfileFits(profileData: StoredObject, maxProfileSize: number): void {
  if (sizeOf(profileData) > maxProfileSize) {
    throw new Problem('profile-too-large');
  }
}

function collectRefusals(value: JsonValue, refused: Set<Refusal>): void {
  if (typeof value === 'number') {
    const magnitude = Math.abs(value);
    if (magnitude > Number.MAX_SAFE_INTEGER || (magnitude < MIN_MAGNITUDE && magnitude !== 0)) {
      refused.add('number-out-of-range');
    }
  } else if (typeof value === 'string') {
    if (!value.isWellFormed()) {
      refused.add('lone-surrogate');
    }
  } else if (Array.isArray(value)) {
    for (const element of value) {
      collectRefusals(element, refused);
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      collectKeyRefusals(key, refused);
      collectRefusals(member, refused);
    }
  }
}

function collectKeyRefusals(key: string, refused: Set<Refusal>): void {
  if (key === '') {
    refused.add('empty-key');
  } else if (key === '__proto__') {
    refused.add('reserved-key');
  } else if (!key.isWellFormed()) {
    refused.add('lone-surrogate');
  } else if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    refused.add('key-too-long');
  }
}
