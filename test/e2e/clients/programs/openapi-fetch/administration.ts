import { api } from './profile';
import type { components, Writable } from './profile-api';

export type UserProfilePatch = Writable<components['schemas']['UserProfilePatch']>;

/** Reads the profiles of all users, page by page. For administrators. */
export async function* allProfiles(limit?: number) {
  let cursor: string | undefined;
  do {
    const { data, error } = await api.GET('/users/profiles', { params: { query: { limit, cursor } } });
    if (!data) {
      throw new Error(JSON.stringify(error));
    }
    yield* data.profiles;
    cursor = data.cursor;
  } while (cursor !== undefined);
}

/** Changes the profile of a user, including read-only fields. For administrators. */
export async function saveForUser(sub: string, patch: UserProfilePatch) {
  const { data, error } = await api.PATCH('/users/{sub}/profile', { params: { path: { sub } }, body: patch });
  if (!data) {
    throw new Error(JSON.stringify(error));
  }
  return data;
}

/** Deletes the account of the signed-in user. */
export async function deleteAccount(): Promise<void> {
  const { error } = await api.DELETE('/user');
  if (error) {
    throw new Error(JSON.stringify(error));
  }
}
