import { isDeepStrictEqual } from 'util';
import { GRANTED } from './fault-runner';
import { Treatment } from './faults';
import { FaultyProxy } from './faulty-proxy';
import { ListClient } from '../client/list-client';
import { LocalDynamoDb } from '../database/dynamodb';
import { Functions } from '../drivers/functions';
import { Language } from '../drivers/handler-process';
import { LocalUserPool } from '../user-pool/user-pool';

/** How many queries the list makes without faults: one for each partition. */
export const QUERIES = 3;
const HANDLER = 'profiles.list';
const SUBS = ['4fd49468-e091-70a2-9a5b-0d1f6a2b3c4d', '0b6f9d2e-3c1a-4e57-8f90-a1b2c3d4e5f6'];

/** What happens to the queries of a list. */
export interface ListScenario {
  readonly name: string;
  readonly treatments: Readonly<Record<number, Treatment>>;
  /** The answers that are right. */
  readonly statuses: readonly number[];
}

/** A list of profiles in several partitions that is read by way of a proxy that makes faults, one request after the other. */
export class ListRunner {
  public static async start(language: Language): Promise<ListRunner> {
    const database = await LocalDynamoDb.start();
    const users = await LocalUserPool.start();
    const proxy = await FaultyProxy.start(database, users);
    for (const [partition, sub] of SUBS.entries()) {
      await database.put({ pk: { S: `USERS#${partition}` }, sk: { S: `USER#${sub}` }, profile_data: { M: {} }, version: { S: 'v1' } });
    }
    const functions = new Functions(language, { ...proxy.environment, USER_PARTITIONS: String(QUERIES) }, users);
    return new ListRunner(database, users, proxy, functions);
  }

  private readonly list: ListClient;

  private constructor(
    private readonly database: LocalDynamoDb,
    private readonly users: LocalUserPool,
    public readonly proxy: FaultyProxy,
    private readonly functions: Functions,
  ) {
    this.list = new ListClient(functions);
  }

  /** Reads the list. Returns what is wrong. */
  public async run({ name, treatments, statuses }: ListScenario): Promise<string[]> {
    const session = this.proxy.openAgain(this.database.tableName.slice('Profiles-'.length), HANDLER, { treatments, before: {} });
    const { status, body } = await this.list.request();
    session.end();
    const { profiles, cursor } = JSON.parse(body);
    const conditions: [boolean, string][] = [
      [statuses.includes(status), `answered ${status}`],
      [status !== 200 || isDeepStrictEqual(profiles.map(({ sk }: { sk: string }) => sk), SUBS.map((sub) => `USER#${sub}`)), `listed ${body}`],
      [cursor === undefined, 'the list is not complete'],
      [status !== 200 || session.calls.length >= QUERIES, 'a query is missing'],
      [session.calls.every(({ operation }) => GRANTED[HANDLER].includes(operation)), 'may not make all of the calls'],
    ];
    return conditions.flatMap(([holds, message]) => (holds ? [] : [`${name}: ${message}`]));
  }

  public async stop(): Promise<void> {
    await this.functions.stop();
    await this.proxy.stop();
    await this.users.stop();
    await this.database.stop();
  }
}
