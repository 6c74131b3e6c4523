import { ChildProcessWithoutNullStreams, spawn } from 'child_process';
import { once } from 'events';
import * as path from 'path';
import { createInterface } from 'readline';
import { Language } from './handler-process';
import { jsonLine } from './json-line';
import type { Violation } from '../../../src/handlers/nodejs/domain/problem';
import { readProfileSchema } from '../../../src/profile-schema';
import { ProfileSchemaDocument } from '../../../src/profile-schema/document';
import { pythonInterpreter } from '../setup/python';

const PYTHON_HANDLERS = path.join(__dirname, '..', '..', '..', 'assets', 'handlers', 'python');

/** A method of the handlers' `ProfileSchema` and its arguments, or a match of an automaton; null stands for what is not there. */
export type SchemaCall = readonly [method: 'check' | 'keepReadOnly' | 'matches' | 'calibrate', ...args: unknown[]];

/** What a check of a profile found. */
export interface CheckResult {
  readonly violations: readonly Violation[];
  readonly hasMore: boolean;
}

/** What a call gave, and the CPU time that it took. */
export interface Timed<T> {
  readonly result: T;
  readonly cpuMs: number;
}

/** The document that the construct makes of a schema, which must have no fault. */
export function documentOf(schema: { [key: string]: any }): ProfileSchemaDocument {
  const { document, faults } = readProfileSchema(schema);
  expect(faults).toEqual([]);
  return document;
}

/** The schema checks of one language, in a process of its own. */
export class SchemaProcess {
  public static start(language: Language, python: string = language === 'python' ? pythonInterpreter() : ''): SchemaProcess {
    const [command, ...args] = language === 'nodejs'
      ? [process.execPath, '--import', 'tsx', path.join(__dirname, 'schema-driver.ts')]
      : [python, '-B', path.join(__dirname, 'schema_driver.py'), PYTHON_HANDLERS];
    return new SchemaProcess(spawn(command, args, { env: { PATH: process.env.PATH }, stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  private readonly answers: AsyncIterator<string>;
  private readonly errors: string[] = [];

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.on('data', (chunk) => this.errors.push(String(chunk)));
  }

  /** Makes one call after the other, of a schema if given. */
  public async run(document: ProfileSchemaDocument | null, calls: readonly SchemaCall[]): Promise<any[]> {
    return (await this.time(document, calls)).map(({ result }) => result);
  }

  /** Makes one call after the other, and measures the CPU time of each. */
  public async time(document: ProfileSchemaDocument | null, calls: readonly SchemaCall[]): Promise<Timed<any>[]> {
    this.child.stdin.write(jsonLine({ document, calls }));
    const { value, done } = await this.answers.next();
    if (done) {
      throw new Error(`The schema process ended: ${this.errors.join('')}`);
    }
    return JSON.parse(value);
  }

  /** The CPU time of a loop of so many rounds in this process, to compare others with. */
  public async calibrate(rounds: number): Promise<number> {
    const [{ cpuMs }] = await this.time(null, [['calibrate', rounds]]);
    return cpuMs;
  }

  /** Validates each profile as a new one, and returns the pointers and keywords of its violations. */
  public async validate(document: ProfileSchemaDocument, profiles: readonly unknown[]): Promise<string[][]> {
    const results: CheckResult[] = await this.run(document, profiles.map((profile) => ['check', profile, profile, null, 'user']));
    return results.map(({ violations }) => violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`));
  }

  public async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.stdin.end();
      await once(this.child, 'exit');
    }
  }
}
