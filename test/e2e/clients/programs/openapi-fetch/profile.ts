import createClient from 'openapi-fetch';
import type { components, paths, Writable } from './profile-api';

export type ProfilePatch = Writable<components['schemas']['ProfilePatch']>;

export const api = createClient<paths>({
  baseUrl: process.env.API_URL,
  headers: { Authorization: `Bearer ${process.env.TOKEN}` },
});

export async function read() {
  const { data, error } = await api.GET('/user/profile');
  if (!data) {
    throw new Error(JSON.stringify(error));
  }
  return data;
}

/** Changes the version of the profile that the user has seen. Returns a message for the user. */
export async function save(patch: ProfilePatch, version: string): Promise<string> {
  const { data, error } = await api.PATCH('/user/profile', {
    params: { header: { 'If-Match': `"${version}"` } },
    body: patch,
  });
  if (data) {
    return 'Saved.';
  }
  if ('message' in error) { // API Gateway answered, for example because the token has expired.
    throw new Error(`${error.message}`);
  }
  switch (error.status) {
    case 412: return 'The profile has changed. Read it again.';
    case 422: return error.errors.map(({ pointer, keyword }) => `${pointer}: ${keyword}`).join(', ');
    default: throw new Error(error.detail);
  }
}
