import { createHash } from 'crypto';
import { Problem } from './problem';
import { sizeOf } from './size';
import { StoredJson, StoredObject } from './stored-value';

/** A stored profile, as the API returns it. */
export interface Profile {
  readonly pk: string;
  readonly sk: string;
  readonly profile_data: StoredJson;
  /** Changes with every write: 128 random bits in hexadecimal, or `0` for an item that was stored without a version. */
  readonly version: string;
  /** ISO 8601 in UTC with milliseconds, or null for an item that was stored without times. */
  readonly created_at: string | null;
  readonly updated_at: string | null;
}

/** The primary key of a user's profile. */
export interface ProfileKey {
  readonly pk: string;
  readonly sk: string;
}

/** The most bytes of JSON that a byte in DynamoDB can come from: an ASCII character, escaped as `\u0041`. */
const LONGEST_ESCAPE = 6;

/** The version of an item that was stored without one. */
export const NO_VERSION = '0';

/**
 * The primary key of the profile of the user whom a token names by its `sub` claim.
 *
 * @param userPartitions over how many partition keys the profiles are spread
 */
export function profileKey(sub: string, userPartitions: number): ProfileKey {
  return { pk: userPartitions === 1 ? 'USERS#ALL' : `USERS#${partitionOf(sub, userPartitions)}`, sk: `USER#${sub}` };
}

/** The first 48 bits of the hash, because they are exact as a JavaScript number. */
function partitionOf(sub: string, userPartitions: number): number {
  return createHash('sha256').update(sub).digest().readUIntBE(0, 6) % userPartitions;
}

/**
 * Refuses a body that is longer than could fit, before it is read.
 *
 * @throws Problem `body-too-large`
 */
export function requireBodyFits(bodyBytes: number, maxProfileSize: number): void {
  if (bodyBytes > LONGEST_ESCAPE * maxProfileSize) {
    throw new Problem('body-too-large');
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
