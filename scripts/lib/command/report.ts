const TITLE_WIDTH = 64;
const RESULT_WIDTH = 26;
const TERMINAL_INTERVAL = 1_000;
const LOG_INTERVAL = 10_000;

/** Reports the current activity of a step. */
export type Progress = (activity: string) => void;

/** Prints each step with its result and duration, and the activity of steps that take long. */
export class Report {
  private readonly started = Date.now();
  private steps = 0;

  /** The number of steps that have passed. */
  public get passed(): number {
    return this.steps;
  }

  public async step<T>(
    title: string,
    run: (progress: Progress) => Promise<T>,
    result: (value: T) => string,
  ): Promise<T> {
    const started = Date.now();
    const waiting = new Waiting(title, started);
    try {
      const value = await run((activity) => waiting.now(activity));
      waiting.end();
      console.log(`  ✓ ${title.padEnd(TITLE_WIDTH)} ${result(value).padEnd(RESULT_WIDTH)} ${seconds(started)}`);
      this.steps += 1;
      return value;
    } catch (error) {
      waiting.end();
      console.log(`  ✗ ${title.padEnd(TITLE_WIDTH)} ${''.padEnd(RESULT_WIDTH)} ${seconds(started)}`);
      throw error;
    }
  }

  public note(text: string): void {
    console.log(`    ${text}`);
  }

  public heading(text: string): void {
    console.log(`\n${text}`);
  }

  public summary(): string {
    return `All ${this.steps} steps passed, in ${seconds(this.started).trim()}.`;
  }
}

/** Prints at intervals that a step is still running. */
class Waiting {
  private readonly timer: NodeJS.Timeout;
  private activity = '';

  constructor(private readonly title: string, private readonly started: number) {
    this.timer = setInterval(() => this.print(), process.stdout.isTTY ? TERMINAL_INTERVAL : LOG_INTERVAL);
  }

  public now(activity: string): void {
    this.activity = `: ${activity}`;
    this.print();
  }

  public end(): void {
    clearInterval(this.timer);
    if (process.stdout.isTTY) {
      process.stdout.write('\r\x1b[K');
    }
  }

  private print(): void {
    const line = `    … ${this.title}${this.activity} (${seconds(this.started).trim()})`;
    process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${line.slice(0, process.stdout.columns - 1)}` : `${line}\n`);
  }
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1_000).toFixed(1).padStart(5)} s`;
}
