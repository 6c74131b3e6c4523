import { setTimeout as sleep } from 'timers/promises';
import { Failure, failureOf } from './failures';
import { Send, withTimeLimit } from './time-limit';
import { Problem } from '../domain/problem';

/** The time for all calls of AWS services in a request, in seconds. It leaves time for the rest of the request within 10 s. */
const REQUEST_SECONDS = 9.5;
/** The time for one call: 1 s to connect and 3 s for the complete response. */
const CALL_MS = 4_000;
const MAX_ATTEMPTS = 3;
const BACKOFF_MS = 50;

/** A write whose condition did not hold. */
export class ConditionFailed extends Error {
  /** @param repeated whether an earlier attempt of the write was throttled */
  constructor(public readonly repeated: boolean) {
    super();
  }
}

/** A write that may or may not have taken effect. */
export class OutcomeUnknown extends Error {}

/** Calls AWS services for one request within its time limit, and retries the calls. */
export class RequestBudget {
  /** In seconds since the process started, which is a monotonic clock. */
  private readonly deadline = process.uptime() + REQUEST_SECONDS;

  /**
   * Makes a call that can be repeated: a read, or a write that has the same effect if it is done twice, in any order with other writes.
   *
   * Retries if the call is throttled or its outcome is unknown.
   *
   * @throws Problem `unavailable`
   */
  public async repeatable<T>(send: Send<T>): Promise<T> {
    return this.repeat(send, ['throttled', 'outcome-unknown']);
  }

  /**
   * Writes at most once. Retries only if the call is throttled.
   *
   * @throws ConditionFailed, OutcomeUnknown, or Problem `unavailable` if nothing was written
   */
  public async write<T>(send: Send<T>): Promise<T> {
    return this.repeat(send, ['throttled']);
  }

  /** Waits with exponential backoff and full jitter, so that concurrent writers do not collide again. */
  public async backOff(attempt: number): Promise<void> {
    await sleep(Math.random() * BACKOFF_MS * 2 ** attempt);
  }

  private async repeat<T>(send: Send<T>, repeatable: readonly Failure[]): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await withTimeLimit(Math.max(0, Math.min(CALL_MS, this.remaining)), send);
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

  /** In milliseconds. */
  private get remaining(): number {
    return 1000 * (this.deadline - process.uptime());
  }
}
