import { getProfile, updateProfile, type ProfilePatchWritable } from './profile-client';
import { client } from './profile-client/client.gen';

client.setConfig({ baseUrl: process.env.API_URL, auth: process.env.TOKEN });

export async function read() {
  const { data, error } = await getProfile();
  if (!data) {
    throw new Error(JSON.stringify(error));
  }
  return data;
}

/** Changes the version of the profile that the user has seen. Returns a message for the user. */
export async function save(patch: ProfilePatchWritable, version: string): Promise<string> {
  const { data, error } = await updateProfile({ headers: { 'If-Match': `"${version}"` }, body: patch });
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
