import fc from 'fast-check';
import { ListedTable, sortKeysByHand, tables } from './list-arbitraries';
import problems from '../../src/handlers/shared/problems.json';
import { ListClient, Page } from '../support/client/list-client';
import { LocalDynamoDb } from '../support/database/dynamodb';
import { Functions } from '../support/drivers/functions';
import { Language } from '../support/drivers/handler-process';
import { deployed, describeEachLanguage, describeWithPython } from '../support/drivers/languages';
import { LocalUserPool } from '../support/user-pool/user-pool';

const SEED = 20261129;
const TIMEOUT_MS = 60_000;
const LANGUAGES: readonly Language[] = ['nodejs', 'python'];

const limit = fc.option(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(50, 99, 100)), { nil: undefined });
const limits = fc.array(limit, { minLength: 1, maxLength: 4 });

describeEachLanguage((language) => {
  const service = deployed(language);

  test('the pages have each profile exactly once, in order, whatever the limits are', async () => {
    await fc.assert(fc.asyncProperty(tables, limits, async (table, pageLimits) => {
      const pages = await new ListClient(service.functions, await store(service.database, table)).readAll(pageLimits, 100);
      pages.forEach(({ profiles }, page) => expect(profiles.length).toBeLessThanOrEqual(pageLimits[page % pageLimits.length] ?? 50));
      expect(pages.flatMap(({ profiles }) => profiles.map(({ sk }) => sk))).toEqual(sortKeysByHand(table));
    }), { seed: SEED, numRuns: 60 });
  }, TIMEOUT_MS);

  test('whatever is no cursor is malformed', async () => {
    const list = new ListClient(service.functions);
    const random = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => Buffer.concat([bytes, Buffer.from('0:user')]).toString('base64url')),
      fc.string({ unit: fc.constantFrom('A', 'z', '0', '-', '_', '+', '/', '=', ' ', '\n', '\u0000', '\ud83d\ude00') }),
    );
    await fc.assert(fc.asyncProperty(random, async (cursor) => {
      expectMalformed(await list.request({ cursor }));
    }), { seed: SEED, numRuns: 500 });
  }, TIMEOUT_MS);

  test('a cursor that is changed is malformed: each character, the end and what is put in', async () => {
    const { list, cursor } = await cursorOfOne(service.database, service.functions);
    const characters = 'ABQgw09-_+/=.\u00e9';
    const changed = [...cursor].flatMap((original, index) => [
      ...[...characters].filter((character) => character !== original).map((character) => replaceAt(cursor, index, character)),
      cursor.slice(0, index),
      cursor.slice(index + 1),
      `${cursor.slice(0, index)}A${cursor.slice(index)}`,
      `${cursor.slice(0, index)}\n${cursor.slice(index)}`,
    ]);
    expect(changed.length).toBeGreaterThan(500);
    for (const each of new Set(changed)) {
      expectMalformed(await list.request({ cursor: each }));
    }
    expect(await list.read(1, cursor)).toEqual({ profiles: [] });
  }, TIMEOUT_MS);

  test('a cursor of another table, or of another number of partitions, is malformed', async () => {
    const { cursor, environment } = await cursorOfOne(service.database, service.functions);
    const another = { ...environment, DYNAMODB_TABLE: await service.database.createAnotherTable() };
    expectMalformed(await new ListClient(service.functions, another).request({ cursor }));
    for (const USER_PARTITIONS of ['2', '10', '11', '16']) {
      expectMalformed(await new ListClient(service.functions, { ...environment, USER_PARTITIONS }).request({ cursor }));
    }
  });
});

describeWithPython('The lists of both languages', () => {
  let database: LocalDynamoDb;
  let users: LocalUserPool;
  let functions: Functions[];

  beforeAll(async () => {
    database = await LocalDynamoDb.start();
    users = await LocalUserPool.start();
    functions = LANGUAGES.map((language) => new Functions(language, database.environment, users));
  });

  afterAll(async () => {
    await Promise.all(functions.map(async (each) => each.stop()));
    await users.stop();
    await database.stop();
  });

  test('have the same pages, and each goes on from the cursor of the other', async () => {
    await fc.assert(fc.asyncProperty(tables, limits, async (table, pageLimits) => {
      const environment = await store(database, table);
      const [nodejs, python] = functions.map((each) => new ListClient(each, environment));
      let cursor: string | undefined;
      let page = 0;
      do {
        const pageLimit = pageLimits[page++ % pageLimits.length];
        const answers: Page[] = [await nodejs.read(pageLimit, cursor), await python.read(pageLimit, cursor)];
        expect(answers[0]).toEqual(answers[1]);
        cursor = answers[page % 2].cursor;
      } while (cursor !== undefined && page < 100);
      expect(cursor).toBeUndefined();
    }), { seed: SEED, numRuns: 40 });
  }, TIMEOUT_MS);
});

/** Stores the items of a table. Returns the environment of a function that uses it. */
async function store(database: LocalDynamoDb, { userPartitions, items }: ListedTable): Promise<Record<string, string>> {
  const tableName = await database.createAnotherTable();
  await Promise.all(items.map(async ({ item }) => database.put(item, tableName)));
  return { DYNAMODB_TABLE: tableName, USER_PARTITIONS: String(userPartitions) };
}

/** Makes a table with one profile. Returns the cursor after it. */
async function cursorOfOne(database: LocalDynamoDb, functions: Functions) {
  const tableName = await database.createAnotherTable();
  const environment = { DYNAMODB_TABLE: tableName, USER_PARTITIONS: '1' };
  await database.put({ pk: { S: 'USERS#ALL' }, sk: { S: 'USER#4fd49468-e091-70a2-9a5b-0d1f6a2b3c4d' } }, tableName);
  const list = new ListClient(functions, environment);
  const { cursor } = await list.read(1);
  return { list, environment, cursor: cursor! };
}

function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

function expectMalformed({ status, body }: { status: number; body: string }): void {
  expect([status, JSON.parse(body).type]).toEqual([400, `${problems.typePrefix}malformed-cursor`]);
}
