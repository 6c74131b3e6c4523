import { Reply, send } from './http';
import { Failure } from '../command/failure';

const ORIGIN = 'https://localhost:3000';
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];
const REQUEST_HEADERS = ['authorization', 'content-type', 'if-match', 'if-none-match'];
const RESPONSE_HEADERS = ['etag', 'retry-after'];

/**
 * Sends the preflight request that a browser sends before a page changes a profile, and checks that the response allows it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export async function preflight(profileUrl: string, signal: AbortSignal): Promise<Reply> {
  const reply = await send(profileUrl, 204, {
    method: 'OPTIONS',
    headers: {
      'origin': ORIGIN,
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': REQUEST_HEADERS.join(),
    },
    signal,
  });
  expectOrigin(reply);
  expectList(reply, 'access-control-allow-methods', METHODS);
  expectList(reply, 'access-control-allow-headers', REQUEST_HEADERS);
  const maxAge = reply.headers.get('access-control-max-age');
  if (!(Number(maxAge) > 0)) {
    throw new Failure(`access-control-max-age is ${maxAge}, so browsers repeat the preflight.`);
  }
  return reply;
}

/** Reads a profile as a page of another origin does, and checks that the page may read the response and its headers. */
export async function readFromPage(profileUrl: string, expectedStatus: number, token: string, signal: AbortSignal): Promise<Reply> {
  const reply = await send(profileUrl, expectedStatus, { headers: { authorization: `Bearer ${token}`, origin: ORIGIN }, signal });
  expectOrigin(reply);
  expectList(reply, 'access-control-expose-headers', RESPONSE_HEADERS);
  return reply;
}

function expectOrigin({ headers }: Reply): void {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed !== '*' && allowed !== ORIGIN) {
    throw new Failure(`access-control-allow-origin is ${allowed}, not ${ORIGIN}.`);
  }
}

function expectList({ headers }: Reply, name: string, expected: string[]): void {
  const values = (headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/);
  const missing = expected.filter((value) => !values.includes('*') && !values.includes(value.toLowerCase()));
  if (missing.length > 0) {
    throw new Failure(`${name} is "${headers.get(name)}", without ${missing.join(', ')}.`);
  }
}
