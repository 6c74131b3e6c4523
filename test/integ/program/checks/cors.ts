import { preflight, readFromPage } from '../../../../scripts/lib/user/cors';
import { environment } from '../environment';
import { User } from '../user';

/** A web page of another origin can call the API. */
export async function cors(): Promise<void> {
  const { signal } = new AbortController();
  await preflight(environment('PROFILE_URL'), signal);
  const { token } = await User.create('page');
  await readFromPage(environment('PROFILE_URL'), 404, token, signal);
}
