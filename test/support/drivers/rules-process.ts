import { ChildProcessWithoutNullStreams, spawn } from 'child_process';
import { once } from 'events';
import * as path from 'path';
import { createInterface } from 'readline';
import { Language } from './handler-process';
import { jsonLine } from './json-line';
import { ConditionFailed } from '../../../src/handlers/nodejs/aws/request-budget';
import { mergePatch } from '../../../src/handlers/nodejs/domain/merge-patch';
import { isMatchMet, isNoneMatchMet } from '../../../src/handlers/nodejs/domain/preconditions';
import { Problem } from '../../../src/handlers/nodejs/domain/problem';
import { decodeBase64, decodedLength } from '../../../src/handlers/nodejs/http-api/base64';
import { parseGroups } from '../../../src/handlers/nodejs/http-api/groups';
import { parseJsonObject } from '../../../src/handlers/nodejs/http-api/json-text';
import { JSON_TYPES, MERGE_PATCH_TYPES, requireMediaType } from '../../../src/handlers/nodejs/http-api/media-type';
import { limitOf } from '../../../src/handlers/nodejs/http-api/page-query';
import { parsePreconditions } from '../../../src/handlers/nodejs/http-api/precondition-headers';
import { Request } from '../../../src/handlers/nodejs/http-api/request';
import { isSub } from '../../../src/handlers/nodejs/http-api/user-id';
import { conditionOf } from '../../../src/handlers/nodejs/store/condition';
import { cursorOf, positionOf } from '../../../src/handlers/nodejs/store/cursor';
import { MAX_DEPTH, requireStorable } from '../../../src/handlers/nodejs/store/limits';
import { profileKey } from '../../../src/handlers/nodejs/store/profile-key';
import { sizeOf } from '../../../src/handlers/nodejs/store/size';
import { pythonInterpreter } from '../setup/python';

const HANDLERS = path.join(__dirname, '..', '..', '..', 'assets', 'handlers', 'python');

/** What a rule says: a value, or why it refuses. */
export type Answer = { readonly value: unknown } | { readonly problem: string };

/** The pure rules of the Node.js handlers; those of the Python handlers have the same names in `rules_driver.py`. */
const RULES: Record<string, (...args: any[]) => unknown> = {
  readProfileData: (text) => {
    const value = parseJsonObject(text, MAX_DEPTH);
    requireStorable(value);
    return value;
  },
  mergePatch,
  sizeOf,
  profileKey,
  parsePreconditions: (ifMatch, ifNoneMatch) => {
    const parsed = parsePreconditions(ifMatch, ifNoneMatch);
    return [parsed.ifMatch, parsed.ifNoneMatch];
  },
  checkPreconditions: (ifMatch, ifNoneMatch, version) => {
    const parsed = parsePreconditions(ifMatch, ifNoneMatch);
    return [isMatchMet(parsed, version), isNoneMatchMet(parsed, version)];
  },
  conditionOf: (ifMatch, ifNoneMatch) => {
    const condition = conditionOf(parsePreconditions(ifMatch, ifNoneMatch));
    return [condition.ConditionExpression, condition.ExpressionAttributeValues ?? {}];
  },
  parseGroups,
  isSub,
  limitOf: (limit) => limitOf(new Request({ queryStringParameters: { limit }, requestContext: { requestId: '' } })),
  cursorOf: (partition, after, tableName, userPartitions) => cursorOf({ partition, after }, { tableName, userPartitions }),
  positionOf: (cursor, tableName, userPartitions) => {
    const { partition, after } = positionOf(cursor, { tableName, userPartitions });
    return [partition, after];
  },
  decodedLength,
  decodeBase64: (text) => decodeBase64(text).toString('hex'),
  requireJsonType: (value) => requireMediaType(value, JSON_TYPES),
  requireMergePatchType: (value) => requireMediaType(value, MERGE_PATCH_TYPES),
};

/** Asks a rule of the Node.js handlers. */
export function answerOfNode(rule: string, ...args: unknown[]): Answer {
  try {
    return { value: JSON.parse(JSON.stringify(RULES[rule](...args) ?? null)) };
  } catch (error) {
    if (error instanceof Problem) {
      return { problem: error.code };
    }
    if (error instanceof ConditionFailed) {
      return { problem: 'condition-failed' };
    }
    throw error;
  }
}

/** The pure rules of the Python handlers, as they ship, in a process of their own. */
export class RulesProcess {
  public static start(): RulesProcess {
    return new RulesProcess(spawn(pythonInterpreter(), ['-B', path.join(__dirname, 'rules_driver.py'), HANDLERS]));
  }

  private readonly answers: AsyncIterator<string>;
  private readonly errors: string[] = [];

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.on('data', (chunk) => this.errors.push(String(chunk)));
  }

  /** Asks a rule; one call at a time. */
  public async ask(rule: string, ...args: unknown[]): Promise<Answer> {
    this.child.stdin.write(jsonLine({ rule, arguments: args.map((arg) => arg ?? null) }));
    const { value, done } = await this.answers.next();
    if (done) {
      throw new Error(`The rules process ended: ${this.errors.join('')}`);
    }
    return JSON.parse(value);
  }

  public async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.stdin.end();
      await once(this.child, 'exit');
    }
  }
}

/** Asks the rules of a language, in the tests around. */
export function rulesOf(language: Language): (rule: string, ...args: unknown[]) => Promise<Answer> {
  let python: RulesProcess | undefined;

  beforeAll(() => {
    python = language === 'python' ? RulesProcess.start() : undefined;
  });

  afterAll(async () => {
    await python?.stop();
  });

  return async (rule, ...args) => (python ? python.ask(rule, ...args) : answerOfNode(rule, ...args));
}
