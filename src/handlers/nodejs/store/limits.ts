import { sizeOf } from './size';
import { JsonObject, JsonValue } from '../domain/json';
import { Problem, ProblemCode } from '../domain/problem';
import { StoredObject } from '../domain/stored-value';

/** The maximum nesting depth of profile data. DynamoDB allows 32 levels, one of which is the attribute itself. */
export const MAX_DEPTH = 31;
/** The smallest magnitude of a DynamoDB number. */
const MIN_MAGNITUDE = 1e-130;
/** The maximum length of a DynamoDB attribute name, in bytes of UTF-8. */
const MAX_KEY_BYTES = 65535;
/** The most bytes of UTF-8 for a UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3;

/** The refusals in order of precedence, so that both languages report the same one. */
const REFUSALS = ['empty-key', 'reserved-key', 'key-too-long', 'lone-surrogate', 'number-out-of-range'] as const satisfies ProblemCode[];
type Refusal = typeof REFUSALS[number];

/**
 * Refuses JSON that DynamoDB would not return unchanged.
 *
 * @throws Problem with the first code of `REFUSALS` that applies
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
 * Refuses profile data that exceeds the maximum size in DynamoDB.
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
    for (const key of Object.keys(value)) {
      collectKeyRefusals(key, refused);
      collectRefusals(value[key], refused);
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
  } else if (key.length * MAX_BYTES_PER_UNIT > MAX_KEY_BYTES && Buffer.byteLength(key) > MAX_KEY_BYTES) {
    refused.add('key-too-long');
  }
}
