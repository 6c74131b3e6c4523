import { environment } from './environment';
import { Reply, send } from '../../../scripts/lib/user/http';

export interface Request {
  readonly headers?: Record<string, string>;
  /** Sent as JSON. */
  readonly json?: unknown;
}

const CONTENT_TYPES: Record<string, string> = { POST: 'application/json', PATCH: 'application/merge-patch+json' };

/** Sends a request to the URL of the profile. Any other status than the expected one is an error. */
export async function sendToProfile(method: string, expectedStatus: number, { headers, json }: Request = {}): Promise<Reply> {
  const reply = await send(environment('PROFILE_URL'), expectedStatus, {
    method,
    headers: { ...json !== undefined && { 'content-type': CONTENT_TYPES[method] }, ...headers },
    body: json === undefined ? undefined : JSON.stringify(json),
    signal: new AbortController().signal,
  });
  console.log(`${method} ${reply.status}`);
  return reply;
}
