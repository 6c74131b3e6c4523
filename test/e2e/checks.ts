import { Failure } from '../../scripts/lib/command/failure';
import { Report } from '../../scripts/lib/command/report';

/** Runs checks and counts them. A failed check does not stop the ones after it. */
export class Checks {
  private readonly failures: string[] = [];
  private readonly passedBefore: number;

  constructor(private readonly report: Report, private readonly signal: AbortSignal) {
    this.passedBefore = report.passed;
  }

  /** Runs one step of the report as a check. Returns its value, or `undefined` if it fails. */
  public async check<T>(title: string, run: () => Promise<T>, result: (value: T) => string): Promise<T | undefined> {
    return this.attempt(title, async () => this.report.step(title, run, result));
  }

  /** Runs steps that depend on each other. Returns their value, or `undefined` if one fails. */
  public async attempt<T>(title: string, run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      this.signal.throwIfAborted();
      this.failures.push(indented(title, error instanceof Failure ? error.message : String(error)));
      return undefined;
    }
  }

  /** Prints the counts. Throws if any check failed. */
  public conclude(): void {
    this.report.heading(`${this.report.passed - this.passedBefore} passed, ${this.failures.length} failed`);
    if (this.failures.length > 0) {
      throw new Failure(this.failures.join('\n\n'));
    }
  }
}

function indented(title: string, message: string): string {
  return [title, ...message.split('\n')].join('\n  ');
}
