import autocannon from 'autocannon';
import { quantile } from 'simple-statistics';
import { Failure } from '../../scripts/lib/command/failure';

/** Requests that several clients send, each the next one when it has the response to the last. */
export interface Load {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly token: string;
  readonly clients: number;
  readonly requests: number;
  readonly signal: AbortSignal;
}

export interface LoadResult {
  /** The time of the whole load for each request, in milliseconds: the inverse of the rate. */
  readonly requestMs: number;
  /** The 99th percentile of the response times, in milliseconds. */
  readonly p99Ms: number;
}

/** How many processes of a function start at the same time. */
const STARTS = 4;

/**
 * Starts a process of the function for each client, a few at a time. Many at once have too little CPU time: calls of DynamoDB
 * exceed their time limits, and the response is 503.
 */
export async function warmUp(load: Omit<Load, 'requests'>): Promise<void> {
  for (let clients = Math.min(STARTS, load.clients); clients <= load.clients; clients += STARTS) {
    await send({ ...load, clients, requests: clients });
  }
}

/** Sends requests. A response other than 2xx is a failure. */
export async function send({ url, method, body, token, clients, requests, signal }: Load): Promise<LoadResult> {
  signal.throwIfAborted();
  const run = autocannon({
    url,
    method,
    body,
    headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
    connections: clients,
    // A number of requests, not a duration, at whose end the service would be busy with requests that nobody waits for.
    amount: requests,
    timeout: 60,
    sampleInt: 50,
  });
  const times: number[] = [];
  let started = Infinity;
  let ended = 0;
  // The result of autocannon has whole milliseconds only.
  run.on('response', (_client, _status, _bytes, milliseconds) => {
    ended = performance.now();
    started = Math.min(started, ended - milliseconds);
    times.push(milliseconds);
  });
  const result = await run;
  if (result['2xx'] !== requests) {
    throw new Failure(`${method} ${url}, ${clients} clients: of ${requests} requests, ${JSON.stringify(result.statusCodeStats)}, errors: ${result.errors}.`);
  }
  return { requestMs: (ended - started) / requests, p99Ms: quantile(times, 0.99) };
}
