import { ChildProcessWithoutNullStreams, spawn } from 'child_process';
import { once } from 'events';
import * as path from 'path';
import { createInterface } from 'readline';
import { HttpApiEvent } from './http-api-event';
import { pythonInterpreter } from './python';

const HANDLERS = path.join(__dirname, '..', '..', 'assets', 'handlers');

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
}

/** The handlers of one language, as they ship, in a process of their own. */
export class HandlerProcess {
  /** Starts the process; `environment` is that of the deployed function, of which nothing else is inherited. */
  public static start(language: Language, environment: Record<string, string>): HandlerProcess {
    const [command, ...args] = language === 'nodejs'
      ? [process.execPath, path.join(__dirname, 'lambda-driver.js'), path.join(HANDLERS, 'nodejs', 'profile.js')]
      : [pythonInterpreter(), '-B', path.join(__dirname, 'lambda_driver.py'), path.join(HANDLERS, 'python')];
    return new HandlerProcess(spawn(command, args, { env: { PATH: process.env.PATH, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  private readonly answers: AsyncIterator<string>;
  private readonly errors: string[] = [];
  /** The process answers in the order of the calls, one at a time. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.on('data', (chunk) => this.errors.push(String(chunk)));
  }

  /** Invokes a handler, with more environment if given. */
  public async invoke(handler: string, event: HttpApiEvent, environment: Record<string, string> = {}): Promise<Invocation> {
    const answer = this.last.then(() => this.exchange(JSON.stringify({ handler, event, environment })));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  public async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.stdin.end();
      await once(this.child, 'exit');
    }
  }

  private async exchange(call: string): Promise<Invocation> {
    this.child.stdin.write(`${call}\n`);
    const { value, done } = await this.answers.next();
    if (done) {
      throw new Error(`The handler process ended: ${this.errors.join('')}`);
    }
    return JSON.parse(value);
  }
}
