import { JsonObject } from './domain/json';
import { mergePatch } from './domain/merge-patch';
import { hasPreconditions, isMatchMet, isNoneMatchMet, requirePreconditions } from './domain/preconditions';
import { Problem } from './domain/problem';
import { ProfileKey } from './domain/profile';
import { loadProfileSchema } from './domain/schema/profile-schema';
import { StoredJson, StoredObject, withoutStoredValues } from './domain/stored-value';
import { requireEnv } from './environment';
import { handler } from './http-api/handler';
import { parseJsonObject } from './http-api/json-text';
import { logWarmUpFailure } from './http-api/log';
import { JSON_TYPES, MediaTypes, MERGE_PATCH_TYPES } from './http-api/media-type';
import { Request } from './http-api/request';
import { noContentResponse, notModifiedResponse, profileResponse } from './http-api/response';
import { MAX_DEPTH, requireProfileFits, requireStorable } from './store/limits';
import { profileKey } from './store/profile-key';
import { ProfileStore } from './store/profile-store';
import { warmUp as warmUpStore } from './store/warm-up';
import { Environment } from '../../api/environment';

// At module scope, so that warm invocations reuse the validator.
const schema = loadProfileSchema();

/**
 * Makes the first request as fast as later ones. `profile.mjs` waits for it while Lambda initializes the function.
 *
 * Does not throw: a request finds the same fault and responds accordingly.
 */
export async function warmUp(): Promise<void> {
  try {
    await warmUpStore(requireEnv(Environment.DYNAMODB_TABLE));
  } catch (error) {
    logWarmUpFailure(error);
  }
}

/** `GET /user/profile` */
export const read = handler(async (request) => {
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
export const replace = handler(async (request) => {
  const key = keyOf(request);
  const sent = bodyOf(request, JSON_TYPES);
  const preconditions = request.preconditions;
  requireProfileFits(sent, maxProfileSize());
  if (schema && (schema.hasReadOnly || hasPreconditions(preconditions))) {
    // Read the stored profile first: it holds the read-only properties, and a failed precondition takes precedence over violations.
    return profileResponse(await store().update(key, (stored) => {
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
  return profileResponse(await store().update(key, (stored) => {
    if (!stored) {
      throw new Problem('profile-not-found');
    }
    requirePreconditions(preconditions, stored.version);
    return checked(mergePatch(stored.profile_data, patch), patch, stored.profile_data);
  }));
});

/** `DELETE /user/profile` */
const deleteProfile = handler(async (request) => {
  await store().delete(keyOf(request), request.preconditions);
  return noContentResponse();
});
export { deleteProfile as delete };

/**
 * Validates profile data before it is stored.
 *
 * @param sent the request body
 * @param before the stored profile data, if any
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
  // The size of the request body has already been checked.
  if (kept !== sent) {
    requireProfileFits(kept, maxProfileSize());
  }
  return kept;
}

function keyOf(request: Request): ProfileKey {
  return profileKey(request.sub, Number(requireEnv(Environment.USER_PARTITIONS)));
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
