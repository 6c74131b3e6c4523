import { handler } from './adapter/handler';
import { JSON_TYPES } from './adapter/media-type';
import { decodeText } from './adapter/request';
import { profileResponse } from './adapter/response';
import { requireEnv } from './environment';
import { Problem } from './rules/problem';
import { parseProfileData, profileKey, requireBodyFits } from './rules/profile';
import { ProfileStore } from './store/profile-store';
import { Environment } from '../../environment';

const store = () => new ProfileStore(requireEnv(Environment.DYNAMODB_TABLE));

/** `GET /user/profile` */
export const get = handler(async (request) => {
  const profile = await store().read(profileKey(request.sub));
  if (!profile) {
    throw new Problem('profile-not-found');
  }
  return profileResponse(profile);
});

/** `POST /user/profile` */
export const create = handler(async (request) => {
  const key = profileKey(request.sub);
  const maxProfileSize = Number(requireEnv(Environment.MAX_PROFILE_SIZE));
  const body = request.body(JSON_TYPES);
  requireBodyFits(body.length, maxProfileSize);
  const profileData = parseProfileData(decodeText(body), maxProfileSize);
  return profileResponse(await store().replace(key, profileData));
});
