import { setTimeout as sleep } from 'timers/promises';
import { Failure, failureOf, NoResponse } from './failures';
import { Problem } from '../domain/problem';

/** The time of all calls of a request together; with what else it does, a request takes less than 10 s. */
const REQUEST_MS = 9_500;
/** The time of one call: a second to connect and three for the answer, all of it. */
const CALL_MS = 4_000;
const MAX_ATTEMPTS = 3;
const BACKOFF_MS = 50;

/** Sends one call of DynamoDB. */
export type Send<T> = (signal: AbortSignal) => Promise<T>;

/** A write whose condition did not hold. */
export class ConditionFailed extends Error {
  /** @param repeated whether the write was sent before, and throttled */
  constructor(public readonly repeated: boolean) {
    super();
  }
}

/** A write that may or may not have taken effect. */
export class OutcomeUnknown extends Error {}

/** The calls of one request, which share its time. */
export class RequestBudget {
  private readonly deadline = performance.now() + REQUEST_MS;

  /**
   * Reads, again if need be.
   *
   * @throws Problem `unavailable`
   */
  public async read<T>(send: Send<T>): Promise<T> {
    return this.repeat(send, ['throttled', 'outcome-unknown']);
  }

  /**
   * Writes, at most once.
   *
   * @throws ConditionFailed, OutcomeUnknown, or Problem `unavailable` when nothing was written
   */
  public async write<T>(send: Send<T>): Promise<T> {
    return this.repeat(send, ['throttled']);
  }

  /** Waits a random time, longer with each attempt, so that those who collided do not collide again. */
  public async backOff(attempt: number): Promise<void> {
    await sleep(Math.random() * BACKOFF_MS * 2 ** attempt);
  }

  private async repeat<T>(send: Send<T>, repeatable: readonly Failure[]): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(send);
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'defect') {
          throw error;
        }
        if (failure === 'condition') {
          throw new ConditionFailed(attempt > 1);
        }
        if (!repeatable.includes(failure)) {
          throw new OutcomeUnknown();
        }
        if (attempt === MAX_ATTEMPTS || this.remaining <= 0) {
          throw new Problem('unavailable');
        }
        await this.backOff(attempt);
      }
    }
  }

  /** The SDK's own time limits end with the answer's head; this one is for its last byte. */
  private async attempt<T>(send: Send<T>): Promise<T> {
    const signal = AbortSignal.timeout(Math.max(0, Math.round(Math.min(CALL_MS, this.remaining))));
    const expired = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new NoResponse()), { once: true });
    });
    return Promise.race([send(signal), expired]);
  }

  private get remaining(): number {
    return this.deadline - performance.now();
  }
}
