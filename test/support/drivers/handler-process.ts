import { ChildProcessWithoutNullStreams, spawn } from 'child_process';
import { once } from 'events';
import * as path from 'path';
import { createInterface } from 'readline';
import { jsonLine } from './json-line';
import { HttpApiEvent } from '../client/http-api-event';
import { pythonInterpreter } from '../setup/python';

const HANDLERS = path.join(__dirname, '..', '..', '..', 'assets', 'handlers');

/** The languages that the handlers are written in. */
export type Language = 'nodejs' | 'python';

export interface HttpApiResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

export interface Invocation {
  readonly response: HttpApiResponse;
  /** What the handler wrote to standard output. */
  readonly log: string;
  readonly usage: Usage;
}

/** What an invocation took, where no other ran at the same time. */
export interface Usage {
  /** CPU time of the process, the reading of the event and the writing of the response included. */
  readonly cpuSeconds: number;
  /** The most memory that the process ever had. */
  readonly memoryBytes: number;
}

/** The modules of handlers that functions load. */
export type HandlerModule = 'profile' | 'profiles' | 'account' | 'accounts' | 'changes';

/** The handlers of one language, as they ship, in a process of their own. */
export class HandlerProcess {
  /** Starts the process; `environment` is that of the deployed function, of which nothing else is inherited. */
  public static start(
    language: Language,
    environment: Record<string, string>,
    code = path.join(HANDLERS, language),
    module: HandlerModule = 'profile',
  ): HandlerProcess {
    const [command, ...args] = language === 'nodejs'
      ? [process.execPath, path.join(__dirname, 'lambda-driver.js'), path.join(code, `${module}.mjs`)]
      : [pythonInterpreter(), '-B', path.join(__dirname, 'lambda_driver.py'), code, module];
    return new HandlerProcess(spawn(command, args, { env: { PATH: process.env.PATH, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  private readonly errors: string[] = [];
  /** What the handlers wrote to standard output while they were loaded, once they are. */
  private readonly loading: Promise<string>;
  /** The calls that wait for their answer. */
  private readonly waiting = new Map<number, { resolve(invocation: Invocation): void; reject(error: Error): void }>();
  private calls = 0;
  /** Lambda has a process do one call at a time. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.loading = new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const message = JSON.parse(line);
        if (Array.isArray(message)) {
          this.take(message);
        } else {
          resolve(message.log);
        }
      });
      child.once('close', () => reject(this.ended()));
    });
    // Who does not wait for it learns of it from a call.
    this.loading.catch(() => undefined);
    child.stderr.on('data', (chunk) => this.errors.push(String(chunk)));
    child.once('close', () => this.waiting.forEach(({ reject }) => reject(this.ended())));
    // A process that is gone shows by its exit.
    child.stdin.on('error', () => undefined);
  }

  /** Waits until the handlers are loaded, and returns what they wrote to standard output meanwhile. */
  public async loaded(): Promise<string> {
    return this.loading;
  }

  /** Invokes a handler, with more environment if given. */
  public async invoke(handler: string, event: HttpApiEvent, environment: Record<string, string> = {}): Promise<Invocation> {
    const answer = this.last.then(() => this.exchange({ handler, event, environment }));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Invokes a handler while others are under way, as many processes would; they share one environment. */
  public async invokeAlongside(handler: string, event: HttpApiEvent, environment: Record<string, string> = {}): Promise<Invocation> {
    return this.exchange({ handler, event, environment });
  }

  /** How long a fixed amount of work takes, in seconds of CPU time; more on a slow machine. */
  public async calibrate(): Promise<number> {
    return (await this.invoke('calibrate', {})).usage.cpuSeconds;
  }

  /** Stops the process until `thaw`, as Lambda does between invocations. */
  public freeze(): void {
    this.child.kill('SIGSTOP');
  }

  public thaw(): void {
    this.child.kill('SIGCONT');
  }

  public async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.stdin.end();
      await once(this.child, 'exit');
    }
  }

  private async exchange(call: { handler: string; event: HttpApiEvent; environment: Record<string, string> }): Promise<Invocation> {
    if (this.child.exitCode !== null) {
      throw this.ended();
    }
    const id = this.calls++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.child.stdin.write(jsonLine({ id, ...call }));
    });
  }

  private take([{ id, response, log }, usage]: any): void {
    this.waiting.get(id)!.resolve({ response, log, usage });
    this.waiting.delete(id);
  }

  private ended(): Error {
    return new Error(`The handler process ended: ${this.errors.join('')}`);
  }
}
