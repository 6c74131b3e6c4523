import { StoredJson } from './stored-value';

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

/** The version of an item that was stored without one. */
export const NO_VERSION = '0';
