const TITLE_WIDTH = 64;
const RESULT_WIDTH = 26;
const TERMINAL_INTERVAL = 1_000;
const LOG_INTERVAL = 10_000;

/** Tells what a step is at while it takes its time. */
export type Progress = (activity: string) => void;

/** Prints every step with its result and its time, and what goes on while one waits. */
export class Report {
  private readonly started = Date.now();
  private steps = 0;

  /** How many steps held so far. */
  public get held(): number {
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
    return `All ${this.steps} steps held, in ${seconds(this.started).trim()}.`;
  }
}

/** The line that shows, from time to time, that a step goes on. */
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
