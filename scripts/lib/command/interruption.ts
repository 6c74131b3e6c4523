import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Why everything stops when someone ends the command. */
export class Interruption extends Error {
  public override readonly name = 'Interruption';

  constructor(private readonly signal: (typeof SIGNALS)[number]) {
    super(`interrupted by ${signal}`);
  }

  /** What a shell reports of a process that a signal ended. */
  public get exitCode(): number {
    return 128 + constants.signals[this.signal];
  }
}

/**
 * An abort signal that fires, once, at the first request to end this process.
 * The handlers stay, so that an impatient second Ctrl-C does not cut the clean-up short.
 */
export function onInterruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => controller.abort(new Interruption(signal)));
  }
  return controller.signal;
}

/** Waits for a promise, but no longer than until the abort. */
export async function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) {
    return promise;
  }
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
