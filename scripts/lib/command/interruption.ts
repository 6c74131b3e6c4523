import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The abort reason when a signal ends the command. */
export class Interruption extends Error {
  public override readonly name = 'Interruption';

  constructor(private readonly signal: (typeof SIGNALS)[number]) {
    super(`interrupted by ${signal}`);
  }

  /** The exit code that shells report for a process that a signal ended. */
  public get exitCode(): number {
    return 128 + constants.signals[this.signal];
  }
}

/**
 * Returns an abort signal that fires at the first signal to end this process.
 *
 * The signal handlers stay registered, so that a second Ctrl-C does not interrupt the clean-up.
 */
export function onInterruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => controller.abort(new Interruption(signal)));
  }
  return controller.signal;
}

/** Waits for a promise or the abort, whichever is first. */
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
