import { Failure } from '../local/failure';
import { Report } from '../local/report';

/** Counts the steps that are checks. One that fails does not keep the others from being taken. */
export class Checks {
  private readonly failures: string[] = [];
  private readonly heldBefore: number;

  constructor(private readonly report: Report, private readonly signal: AbortSignal) {
    this.heldBefore = report.held;
  }

  /** Takes one step; answers what it answers, if it holds. */
  public async check<T>(title: string, run: () => Promise<T>, result: (value: T) => string): Promise<T | undefined> {
    return this.attempt(title, async () => this.report.step(title, run, result));
  }

  /** Takes steps that build on each other, of which the first that fails is the last; answers what they answer, if all hold. */
  public async attempt<T>(title: string, run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      this.signal.throwIfAborted();
      this.failures.push(indented(title, error instanceof Failure ? error.message : String(error)));
      return undefined;
    }
  }

  /** Prints the counts, and throws all that failed. */
  public conclude(): void {
    this.report.heading(`${this.report.held - this.heldBefore} passed, ${this.failures.length} failed`);
    if (this.failures.length > 0) {
      throw new Failure(this.failures.join('\n\n'));
    }
  }
}

function indented(title: string, message: string): string {
  return [title, ...message.split('\n')].join('\n  ');
}
