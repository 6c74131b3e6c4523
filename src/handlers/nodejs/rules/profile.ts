import { JsonObject, JsonValue, parseJsonObject } from './json';
import { Problem } from './problem';
import { sizeOf } from './size';

/** A stored profile, as the API returns it. */
export interface Profile {
  readonly pk: string;
  readonly sk: string;
  readonly profile_data: JsonValue;
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

/** The primary key of the profile of the user whom a token names by its `sub` claim. */
export function profileKey(sub: string): ProfileKey {
  return { pk: 'USERS#ALL', sk: `USER#${sub}` };
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
 * Reads the profile data out of a body.
 *
 * @throws Problem when the text is not a JSON object, has what can't be kept, or is too large
 */
export function parseProfileData(text: string, maxProfileSize: number): JsonObject {
  const profileData = parseJsonObject(text);
  if (sizeOf(profileData) > maxProfileSize) {
    throw new Problem('profile-too-large');
  }
  return profileData;
}
