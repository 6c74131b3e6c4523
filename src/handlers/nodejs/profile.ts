import { handler } from './adapter/handler';
import { JSON_TYPES, MediaTypes, MERGE_PATCH_TYPES } from './adapter/media-type';
import { decodeText, Request } from './adapter/request';
import { noContentResponse, notModifiedResponse, profileResponse } from './adapter/response';
import { requireEnv } from './environment';
import { JsonObject, parseJsonObject } from './rules/json';
import { mergePatch } from './rules/merge-patch';
import { isMatchMet, isNoneMatchMet, requirePreconditions } from './rules/preconditions';
import { Problem } from './rules/problem';
import { ProfileKey, profileKey, requireBodyFits, requireProfileFits } from './rules/profile';
import { ProfileStore } from './store/profile-store';
import { Environment } from '../../environment';

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
  const profileData = bodyOf(request, JSON_TYPES);
  const preconditions = request.preconditions;
  requireProfileFits(profileData, maxProfileSize());
  return profileResponse(await store().replace(key, profileData, preconditions));
});

/** `PATCH /user/profile` */
export const update = handler(async (request) => {
  const key = keyOf(request);
  const patch = bodyOf(request, MERGE_PATCH_TYPES);
  const preconditions = request.preconditions;
  const profile = await store().change(key, (stored) => {
    if (!stored) {
      throw new Problem('profile-not-found');
    }
    requirePreconditions(preconditions, stored.version);
    const profileData = mergePatch(stored.profile_data, patch);
    requireProfileFits(profileData, maxProfileSize());
    return profileData;
  });
  return profileResponse(profile);
});

/** `DELETE /user/profile` */
const erase = handler(async (request) => {
  await store().erase(keyOf(request), request.preconditions);
  return noContentResponse();
});
export { erase as delete };

function keyOf(request: Request): ProfileKey {
  return profileKey(request.sub, Number(requireEnv(Environment.USER_PARTITIONS)));
}

/** The JSON object that a request brings, checked in the order in which faults are reported. */
function bodyOf(request: Request, mediaTypes: MediaTypes): JsonObject {
  const body = request.body(mediaTypes);
  requireBodyFits(body.length, maxProfileSize());
  return parseJsonObject(decodeText(body));
}

function maxProfileSize(): number {
  return Number(requireEnv(Environment.MAX_PROFILE_SIZE));
}

function store(): ProfileStore {
  return new ProfileStore(requireEnv(Environment.DYNAMODB_TABLE));
}
