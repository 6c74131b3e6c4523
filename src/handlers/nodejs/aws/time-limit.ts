import { NoResponse } from './failures';

/** Makes one call of an AWS service. */
export type Send<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Limits the time for the complete response. The timeouts of the SDK end when the response headers arrive.
 *
 * Not `AbortSignal.timeout`, whose timer keeps the data of the call in memory until the time is up.
 *
 * @throws NoResponse
 */
export async function withTimeLimit<T>(limitMs: number, send: Send<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new NoResponse());
    }, limitMs);
  });
  try {
    return await Promise.race([send(controller.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}
