import { ChildProcessWithoutNullStreams, spawn } from 'child_process';
import { once } from 'events';
import * as path from 'path';
import { createInterface } from 'readline';
import { Language } from './handler-process';
import { pythonInterpreter } from './python';
import type { Violation } from '../../src/handlers/nodejs/rules/problem';
import { readProfileSchema } from '../../src/profile-schema';
import { ProfileSchemaDocument } from '../../src/profile-schema/document';

const ASSETS = path.join(__dirname, '..', '..', 'assets');

/** A method of the compiled schema and its arguments; null stands for what is not there. */
export type SchemaCall = readonly [method: 'violations' | 'keepReadOnly', ...args: unknown[]];

/** The document that the construct makes of a schema, which must have no fault. */
export function documentOf(schema: { [key: string]: any }): ProfileSchemaDocument {
  const { document, faults } = readProfileSchema(schema);
  expect(faults).toEqual([]);
  return document;
}

/** The validator of one language, as it ships, in a process of its own. */
export class SchemaProcess {
  public static start(language: Language, python: string = language === 'python' ? pythonInterpreter() : ''): SchemaProcess {
    const [command, ...args] = language === 'nodejs'
      ? [process.execPath, path.join(__dirname, 'schema-driver.js'), path.join(ASSETS, 'profile-schema', 'nodejs', 'profile-schema.js')]
      : [python, '-B', path.join(__dirname, 'schema_driver.py'),
        path.join(ASSETS, 'profile-schema', 'python'), path.join(ASSETS, 'handlers', 'python')];
    return new SchemaProcess(spawn(command, args, { env: { PATH: process.env.PATH }, stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  private readonly answers: AsyncIterator<string>;
  private readonly errors: string[] = [];

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.on('data', (chunk) => this.errors.push(String(chunk)));
  }

  /** Makes one call after the other of a compiled schema. */
  public async run(document: ProfileSchemaDocument, calls: readonly SchemaCall[]): Promise<any[]> {
    this.child.stdin.write(`${JSON.stringify({ document, calls })}\n`);
    const { value, done } = await this.answers.next();
    if (done) {
      throw new Error(`The schema process ended: ${this.errors.join('')}`);
    }
    return JSON.parse(value);
  }

  /** What is wrong with storing each of these profiles as new ones, without the texts. */
  public async judge(document: ProfileSchemaDocument, profiles: readonly unknown[]): Promise<string[][]> {
    const results: Violation[][] = await this.run(document, profiles.map((profile) => ['violations', profile, profile, null]));
    return results.map((violations) => violations.map(({ pointer, keyword }) => `${pointer} ${keyword}`));
  }

  public async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.stdin.end();
      await once(this.child, 'exit');
    }
  }
}
