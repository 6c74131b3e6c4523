import { LocalDynamoDb } from './dynamodb';
import { HandlerProcess, Language } from './handler-process';
import { pythonUnavailable } from './python';

/** Defines the same tests for the handlers of each language; where there is no Python, its tests show as skipped, with the reason. */
export function describeEachLanguage(define: (language: Language) => void): void {
  describe('Node.js handlers', () => define('nodejs'));

  const reason = pythonUnavailable();
  if (reason) {
    describe.skip(`Python handlers (skipped: ${reason})`, () => define('python'));
  } else {
    describe('Python handlers', () => define('python'));
  }
}

/** What the tests of one language share; it is there while they run. */
export interface Deployed {
  readonly database: LocalDynamoDb;
  readonly handlers: HandlerProcess;
}

/** Starts the handlers of a language on a DynamoDB API of their own, for the tests around. */
export function deployed(language: Language): Deployed {
  let running: Deployed | undefined;

  beforeAll(async () => {
    const database = await LocalDynamoDb.start();
    running = { database, handlers: HandlerProcess.start(language, database.environment) };
  });

  afterAll(async () => {
    await running!.handlers.stop();
    await running!.database.stop();
  });

  return {
    get database() {
      return running!.database;
    },
    get handlers() {
      return running!.handlers;
    },
  };
}
