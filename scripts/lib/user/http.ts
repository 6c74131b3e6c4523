import { Failure } from '../command/failure';

const TIMEOUT_MILLISECONDS = 60_000;

export interface Request {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | URLSearchParams;
  readonly signal: AbortSignal;
}

/** A response whose status is expected. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request. Any status that is not expected is a failure. Does not follow redirects. */
export async function send(url: string, expectedStatus: number | readonly number[], request: Request): Promise<Reply> {
  const name = `${request.method ?? 'GET'} ${url}`;
  const { status, headers, text } = await exchange(name, url, request);
  const expected = [expectedStatus].flat();
  if (!expected.includes(status)) {
    throw new Failure(`${name} answered ${status} instead of ${expected.join(' or ')}: ${text}`);
  }
  return { status, headers, text };
}

async function exchange(name: string, url: string, request: Request): Promise<Reply> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MILLISECONDS)]);
  try {
    const response = await fetch(url, { ...request, signal, redirect: 'manual' });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    request.signal.throwIfAborted();
    throw new Failure(`${name} failed: ${(error as Error).cause ?? error}`);
  }
}

/** The header that carries a token. */
export function bearer(token: string): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}

export function statusOf(reply: Reply): string {
  return String(reply.status);
}
