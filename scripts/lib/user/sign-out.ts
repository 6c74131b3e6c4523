import { Reply, send } from './http';
import { Failure } from '../command/failure';

/** Signs the user of a browser out. Checks that the browser is redirected to the logout URL. */
export async function signOut(signOutUrl: string, signal: AbortSignal): Promise<Reply> {
  const reply = await send(signOutUrl, 302, { signal });
  const expected = new URL(new URL(signOutUrl).searchParams.get('logout_uri')!).href;
  const location = reply.headers.get('location');
  if (!location || new URL(location).href !== expected) {
    throw new Failure(`GET ${signOutUrl} redirects to ${location} instead of ${expected}.`);
  }
  return reply;
}
