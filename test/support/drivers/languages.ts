import { Functions } from './functions';
import { HandlerProcess, Language } from './handler-process';
import { LocalDynamoDb } from '../database/dynamodb';
import { ProfileTable } from '../database/profile-table';
import { pythonUnavailable } from '../setup/python';
import { LocalUserPool } from '../user-pool/user-pool';

/** Defines the same tests for the handlers of each language; where there is no Python, its tests show as skipped, with the reason. */
export function describeEachLanguage(define: (language: Language) => void): void {
  describe('Node.js handlers', () => define('nodejs'));
  describeWithPython('Python handlers', () => define('python'));
}

/** Defines tests that need Python; where there is none, they show as skipped, with the reason. In CI the set-up fails then. */
export function describeWithPython(name: string, define: () => void): void {
  const reason = pythonUnavailable();
  (reason ? describe.skip : describe)(reason ? `${name} (skipped: ${reason})` : name, define);
}

/** What the tests of one language share; it is there while they run. */
export interface Deployed {
  readonly database: LocalDynamoDb;
  readonly table: ProfileTable;
  readonly users: LocalUserPool;
  /** The functions of all routes. */
  readonly functions: Functions;
  /** One process of the functions of the signed-in user's profile, or the first of several. */
  readonly handlers: HandlerProcess;
  readonly processes: readonly HandlerProcess[];
}

/** Starts the handlers of a language, in so many processes, on a DynamoDB API of their own, for the tests around. */
export function deployed(language: Language, processCount = 1): Deployed {
  let database: LocalDynamoDb;
  let table: ProfileTable;
  let users: LocalUserPool;
  let functions: Functions;
  let processes: HandlerProcess[];

  beforeAll(async () => {
    database = await LocalDynamoDb.start();
    table = new ProfileTable(database);
    users = await LocalUserPool.start();
    functions = new Functions(language, database.environment, users);
    processes = Array.from({ length: processCount }, () => HandlerProcess.start(language, database.environment));
  });

  afterAll(async () => {
    await Promise.all([functions, ...processes].map(async (running) => running.stop()));
    await users.stop();
    table.stop();
    await database.stop();
  });

  return {
    get database() {
      return database;
    },
    get table() {
      return table;
    },
    get users() {
      return users;
    },
    get functions() {
      return functions;
    },
    get handlers() {
      return processes[0];
    },
    get processes() {
      return processes;
    },
  };
}
