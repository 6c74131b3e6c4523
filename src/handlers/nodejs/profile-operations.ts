import { JsonObject } from './domain/json';
import { mergePatch } from './domain/merge-patch';
import { hasPreconditions, isMatchMet, isNoneMatchMet, requirePreconditions } from './domain/preconditions';
import { Problem } from './domain/problem';
import { ProfileKey } from './domain/profile';
import { loadProfileSchema, Writer } from './domain/schema/profile-schema';
import { StoredJson, StoredObject, withoutStoredValues } from './domain/stored-value';
import { requireEnv } from './environment';
import { parseJsonObject } from './http-api/json-text';
import { JSON_TYPES, MediaTypes, MERGE_PATCH_TYPES } from './http-api/media-type';
import { Request } from './http-api/request';
import { HttpApiResponse, noContentResponse, notModifiedResponse, profileResponse } from './http-api/response';
import { MAX_DEPTH, requireProfileFits, requireStorable } from './store/limits';
import { profileKey } from './store/profile-key';
import { ProfileStore } from './store/profile-store';
import { Environment } from '../../api/environment';

// What the routes of users and those of administrators have in common. Each operation takes the `sub` of the user whose profile it is.

// At module scope, so that warm invocations reuse the validator.
const schema = loadProfileSchema();

/** Reads the profile of a user. */
export async function readProfile(request: Request, sub: string): Promise<HttpApiResponse> {
  const preconditions = request.preconditions;
  const profile = await store().read(keyOf(sub));
  if (!profile) {
    throw new Problem('profile-not-found');
  }
  if (!isMatchMet(preconditions, profile.version)) {
    throw new Problem('precondition-failed');
  }
  return isNoneMatchMet(preconditions, profile.version) ? profileResponse(profile) : notModifiedResponse(profile);
}

/** Creates or replaces the profile of a user. */
export async function replaceProfile(request: Request, sub: string, writer: Writer): Promise<HttpApiResponse> {
  const key = keyOf(sub);
  const sent = bodyOf(request, JSON_TYPES);
  const preconditions = request.preconditions;
  requireProfileFits(sent, maxProfileSize());
  if (schema && (schema.isRestricted(writer) || hasPreconditions(preconditions))) {
    // Read the stored profile first: it holds the read-only properties, and a failed precondition takes precedence over violations.
    return profileResponse(await store().update(key, (stored) => {
      requirePreconditions(preconditions, stored?.version);
      return checked(schema.keepReadOnly(sent, stored?.profile_data, writer), sent, writer, stored?.profile_data);
    }));
  }
  return profileResponse(await store().replace(key, checked(sent, sent, writer), preconditions));
}

/** Updates the profile of a user. */
export async function updateProfile(request: Request, sub: string, writer: Writer): Promise<HttpApiResponse> {
  const key = keyOf(sub);
  const patch = bodyOf(request, MERGE_PATCH_TYPES);
  const preconditions = request.preconditions;
  return profileResponse(await store().update(key, (stored) => {
    if (!stored) {
      throw new Problem('profile-not-found');
    }
    requirePreconditions(preconditions, stored.version);
    return checked(mergePatch(stored.profile_data, patch), patch, writer, stored.profile_data);
  }));
}

/** Deletes the profile of a user. */
export async function deleteProfile(request: Request, sub: string): Promise<HttpApiResponse> {
  await store().delete(keyOf(sub), request.preconditions);
  return noContentResponse();
}

/**
 * Validates profile data before it is stored.
 *
 * @param sent the request body
 * @param before the stored profile data, if any
 * @throws Problem `invalid-profile` or `profile-too-large`
 */
function checked(profileData: StoredObject, sent: JsonObject, writer: Writer, before?: StoredJson): StoredObject {
  let kept = profileData;
  if (schema) {
    const report = schema.check(withoutStoredValues(profileData) as JsonObject, sent, before && withoutStoredValues(before), writer);
    if (report.violations.length > 0) {
      throw new Problem('invalid-profile', report);
    }
    kept = schema.restoreReadOnly(profileData, before, writer);
  }
  // The size of the request body has already been checked.
  if (kept !== sent) {
    requireProfileFits(kept, maxProfileSize());
  }
  return kept;
}

function keyOf(sub: string): ProfileKey {
  return profileKey(sub, Number(requireEnv(Environment.USER_PARTITIONS)));
}

/** Returns the JSON object in the request body. The order of the checks decides which problem is reported. */
function bodyOf(request: Request, mediaTypes: MediaTypes): JsonObject {
  const value = parseJsonObject(request.text(mediaTypes, maxProfileSize()), MAX_DEPTH);
  requireStorable(value);
  return value;
}

function maxProfileSize(): number {
  return Number(requireEnv(Environment.MAX_PROFILE_SIZE));
}

function store(): ProfileStore {
  return new ProfileStore(requireEnv(Environment.DYNAMODB_TABLE));
}
