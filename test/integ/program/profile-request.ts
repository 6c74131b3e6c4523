import { environment } from './environment';
import { Reply, send } from '../../../scripts/lib/user/http';
import { PROFILE_PATH } from '../../../src/api/paths';

export interface Request {
  readonly headers?: Record<string, string>;
  /** Sent as JSON. */
  readonly json?: unknown;
}

const CONTENT_TYPES: Record<string, string> = { POST: 'application/json', PATCH: 'application/merge-patch+json' };

/** Sends a request to the URL of the profile. Any other status than the expected one is an error. */
export async function sendToProfile(method: string, expectedStatus: number, request?: Request): Promise<Reply> {
  return sendToApi(PROFILE_PATH, method, expectedStatus, request);
}

/** Sends a request to a path of the API, with or without a query. Any other status than the expected one is an error. */
export async function sendToApi(path: string, method: string, expectedStatus: number, { headers, json }: Request = {}): Promise<Reply> {
  const url = environment('PROFILE_URL').slice(0, -PROFILE_PATH.length) + path;
  const reply = await send(url, expectedStatus, {
    method,
    headers: { ...json !== undefined && { 'content-type': CONTENT_TYPES[method] }, ...headers },
    body: json === undefined ? undefined : JSON.stringify(json),
    signal: new AbortController().signal,
  });
  console.log(`${method} ${path.split('?')[0]} ${reply.status}`);
  return reply;
}
