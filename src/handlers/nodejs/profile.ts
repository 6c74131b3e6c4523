import { handler } from './adapter/handler';
import { JSON_TYPES, MediaTypes, MERGE_PATCH_TYPES } from './adapter/media-type';
import { decodeText, Request } from './adapter/request';
import { noContentResponse, notModifiedResponse, profileResponse } from './adapter/response';
import { requireEnv } from './environment';
import { JsonObject, parseJsonObject } from './rules/json';
import { mergePatch } from './rules/merge-patch';
import { hasPreconditions, isMatchMet, isNoneMatchMet, requirePreconditions } from './rules/preconditions';
import { Problem } from './rules/problem';
import { ProfileKey, profileKey, requireProfileFits } from './rules/profile';
import { StoredJson, StoredObject, withoutStoredValues } from './rules/stored-value';
import { loadProfileSchema } from './schema/profile-schema';
import { ProfileStore } from './store/profile-store';
import { Environment } from '../../api/environment';

// At module scope, so that it is compiled once.
const schema = loadProfileSchema();

/** `GET /user/profile` */
export const get = handler(async (request) => {
  const key = keyOf(request);
  const preconditions = request.preconditions;
  const profile = await store().read(key);
  if (!profile) {
    throw new Problem('profile-not-found');
  }
  if (!isMatchMet(preconditions, profile.version)) {
    throw new Problem('precondition-failed');
  }
  return isNoneMatchMet(preconditions, profile.version) ? profileResponse(profile) : notModifiedResponse(profile);
});

/** `POST /user/profile` */
export const create = handler(async (request) => {
  const key = keyOf(request);
  const sent = bodyOf(request, JSON_TYPES);
  const preconditions = request.preconditions;
  requireProfileFits(sent, maxProfileSize());
  if (schema && (schema.hasReadOnly || hasPreconditions(preconditions))) {
    // What is stored comes first: it has the read-only properties, and a failed precondition goes before an invalid profile.
    return profileResponse(await store().change(key, (stored) => {
      requirePreconditions(preconditions, stored?.version);
      return checked(schema.keepReadOnly(sent, stored?.profile_data), sent, stored?.profile_data);
    }));
  }
  return profileResponse(await store().replace(key, checked(sent, sent), preconditions));
});

/** `PATCH /user/profile` */
export const update = handler(async (request) => {
  const key = keyOf(request);
  const patch = bodyOf(request, MERGE_PATCH_TYPES);
  const preconditions = request.preconditions;
  return profileResponse(await store().change(key, (stored) => {
    if (!stored) {
      throw new Problem('profile-not-found');
    }
    requirePreconditions(preconditions, stored.version);
    return checked(mergePatch(stored.profile_data, patch), patch, stored.profile_data);
  }));
});

/** `DELETE /user/profile` */
const erase = handler(async (request) => {
  await store().erase(keyOf(request), request.preconditions);
  return noContentResponse();
});
export { erase as delete };

/**
 * Checks profile data that is about to be stored.
 *
 * @param sent the body that it comes of
 * @param before what is stored, if anything is
 * @throws Problem `invalid-profile` or `profile-too-large`
 */
function checked(profileData: StoredObject, sent: JsonObject, before?: StoredJson): StoredObject {
  let kept = profileData;
  if (schema) {
    const report = schema.check(withoutStoredValues(profileData) as JsonObject, sent, before && withoutStoredValues(before));
    if (report.violations.length > 0) {
      throw new Problem('invalid-profile', report);
    }
    kept = schema.restoreReadOnly(profileData, before);
  }
  // The size of what was sent is checked before.
  if (kept !== sent) {
    requireProfileFits(kept, maxProfileSize());
  }
  return kept;
}

function keyOf(request: Request): ProfileKey {
  return profileKey(request.sub, Number(requireEnv(Environment.USER_PARTITIONS)));
}

/** The JSON object that a request brings, checked in the order in which faults are reported. */
function bodyOf(request: Request, mediaTypes: MediaTypes): JsonObject {
  return parseJsonObject(decodeText(request.body(mediaTypes, maxProfileSize())));
}

function maxProfileSize(): number {
  return Number(requireEnv(Environment.MAX_PROFILE_SIZE));
}

function store(): ProfileStore {
  return new ProfileStore(requireEnv(Environment.DYNAMODB_TABLE));
}
