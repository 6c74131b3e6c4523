import { requireEnv } from './environment';
import { administratorHandler, subjectOf } from './http-api/administrator';
import { limitOf } from './http-api/page-query';
import { pageResponse } from './http-api/response';
import { deleteProfile, readProfile, replaceProfile, updateProfile } from './profile-operations';
import { cursorOf, positionOf } from './store/cursor';
import { listProfiles } from './store/profile-list';
import { Environment } from '../../api/environment';

// The handlers of the profiles of all users, for administrators.

/** `GET /users/{sub}/profile` */
export const read = administratorHandler(async (request) => readProfile(request, subjectOf(request)));

/** `POST /users/{sub}/profile` */
export const replace = administratorHandler(async (request) => replaceProfile(request, subjectOf(request), 'administrator'));

/** `PATCH /users/{sub}/profile` */
export const update = administratorHandler(async (request) => updateProfile(request, subjectOf(request), 'administrator'));

/** `DELETE /users/{sub}/profile` */
const deleteOfUser = administratorHandler(async (request) => deleteProfile(request, subjectOf(request)));
export { deleteOfUser as delete };

/** `GET /users/profiles` */
export const list = administratorHandler(async (request) => {
  const limit = limitOf(request);
  const cursor = request.queryParameter('cursor');
  const source = { tableName: requireEnv(Environment.DYNAMODB_TABLE), userPartitions: Number(requireEnv(Environment.USER_PARTITIONS)) };
  const start = cursor === undefined ? { partition: 0 } : positionOf(cursor, source);
  const { profiles, next } = await listProfiles(source, limit, start);
  return pageResponse(profiles, next && cursorOf(next, source));
});
