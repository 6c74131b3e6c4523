import { randomUUID } from 'crypto';
import { isDeepStrictEqual } from 'util';
import { AccountCase, AccountScenario } from './account-cases';
import { givenItem } from './fault-cases';
import { GRANTED } from './fault-runner';
import { FaultSession } from './fault-session';
import { Treatment } from './faults';
import { FaultyProxy } from './faulty-proxy';
import { httpApiEvent } from '../client/http-api-event';
import { profileEvent } from '../client/profile-client';
import { LocalDynamoDb } from '../database/dynamodb';
import { Item, keyOf, ProfileTable } from '../database/profile-table';
import { environmentOf, TIME_TO_LIVE_ATTRIBUTE } from '../drivers/functions';
import { HandlerModule, HandlerProcess, Invocation, Language } from '../drivers/handler-process';
import { LocalUserPool } from '../user-pool/user-pool';

/** The time that a request may take. */
const REQUEST_TIME_MS = 10_000;
const MODULES: readonly HandlerModule[] = ['account', 'accounts', 'profile'];

/** One request. */
interface Attempt {
  readonly session: FaultSession;
  readonly invocation: Invocation;
}

/** What came of a scenario. */
export interface AccountRun extends Attempt {
  readonly violations: string[];
}

/** Handlers that delete accounts, and call DynamoDB and Amazon Cognito by way of a proxy that makes faults. */
export class AccountRunner {
  public static async start(language: Language): Promise<AccountRunner> {
    const database = await LocalDynamoDb.start();
    const users = await LocalUserPool.start();
    const proxy = await FaultyProxy.start(database, users);
    const handlers = new Map(MODULES.map((module) => {
      const environment = environmentOf(module, proxy.environment, users);
      // Both services are behind the proxy.
      const { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: _, ...behindProxy } = environment;
      return [module, HandlerProcess.start(language, behindProxy, undefined, module)];
    }));
    return new AccountRunner(database, users, proxy, handlers);
  }

  private readonly table: ProfileTable;

  private constructor(
    private readonly database: LocalDynamoDb,
    private readonly users: LocalUserPool,
    public readonly proxy: FaultyProxy,
    private readonly handlers: ReadonlyMap<HandlerModule, HandlerProcess>,
  ) {
    this.table = new ProfileTable(database);
  }

  /** Runs scenarios, so many at a time; the runs are in the order of the scenarios. */
  public async runAll(scenarios: readonly AccountScenario[], atATime: number): Promise<AccountRun[]> {
    const waiting = [...scenarios.entries()];
    const runs: AccountRun[] = [];
    await Promise.all(Array.from({ length: atATime }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, scenario] = next;
        runs[index] = await this.run(scenario);
      }
    }));
    return runs;
  }

  /** Runs a scenario for a user of its own, and then the same request without faults, which must finish it. */
  public async run(scenario: AccountScenario): Promise<AccountRun> {
    const { accountCase, treatments, statuses } = scenario;
    const sub = await this.prepare(accountCase);
    const attempt = await this.delete(accountCase, sub, treatments);
    const { session, invocation } = attempt;
    const violations = await this.violationsOf(accountCase, attempt, statuses);
    if (session.calls.length < accountCase.calls.length && invocation.response.statusCode === 204) {
      violations.push('a call is missing');
    }
    await session.land();
    violations.push(...await this.finish(accountCase, sub));
    return {
      invocation,
      session,
      violations: violations.map((violation) => `${scenario.name}: ${violation} (${session.calls.map(({ operation }) => operation).join(', ')})`),
    };
  }

  /** Deletes an account in attempts that each break off at another call, and at last without faults. Returns what is wrong. */
  public async runAttempts(accountCase: AccountCase, attempts: readonly AccountScenario[]): Promise<string[]> {
    const sub = await this.prepare(accountCase);
    const sessions: FaultSession[] = [];
    const violations: string[] = [];
    for (const { treatments, statuses } of attempts) {
      const attempt = await this.delete(accountCase, sub, treatments);
      sessions.push(attempt.session);
      // Once an attempt has deleted the user, there is less that can break off.
      violations.push(...await this.violationsOf(accountCase, attempt, [...statuses, 204]));
    }
    violations.push(...await this.finish(accountCase, sub));
    // What was held back of each attempt arrives when all is over.
    await Promise.all(sessions.map(async (session) => session.land()));
    return [...violations, ...await this.violationsOfErased(sub)].map((violation) => `${attempts.map(({ name }) => name).join('; ')}: ${violation}`);
  }

  /** Creates a profile that DynamoDB stores only after the account is erased. Returns what is wrong. */
  public async runLateCreation(accountCase: AccountCase, late: Treatment): Promise<string[]> {
    const sub = await this.prepare(accountCase);
    const creation = await this.proxy.open(sub, 'profile.replace', { treatments: { 1: late }, before: {} }, undefined);
    const event = profileEvent({ method: 'POST', body: { name: 'Ann' } }, sub);
    const { response } = await this.handlers.get('profile')!.invokeAlongside('replace', event);
    const violations = response.statusCode === 503 ? [] : [`the creation is answered ${response.statusCode}`];
    violations.push(...await this.violationsOf(accountCase, await this.delete(accountCase, sub, {}), [204]));
    await creation.land();
    return [...violations, ...await this.violationsOfErased(sub)];
  }

  public async stop(): Promise<void> {
    await Promise.all([...this.handlers.values()].map(async (handlers) => handlers.stop()));
    this.table.stop();
    await this.proxy.stop();
    await this.users.stop();
    await this.database.stop();
  }

  /** Adds a user, and the profile that the case has. Returns the `sub`. */
  private async prepare({ given, user }: AccountCase): Promise<string> {
    const sub = randomUUID();
    const added = user(sub);
    if (added) {
      this.users.add(added);
    }
    await this.table.put(sub, given ? givenItem(sub) : undefined);
    return sub;
  }

  private async delete({ module, request, claims }: AccountCase, sub: string, treatments: AccountScenario['treatments']): Promise<Attempt> {
    const session = this.proxy.openAgain(sub, `${module}.delete`, { treatments, before: {} });
    const event = httpApiEvent('2.0', request(sub), claims(sub), randomUUID());
    const invocation = await this.handlers.get(module)!.invokeAlongside('delete', event);
    session.end();
    return { session, invocation };
  }

  /** Sends the request without faults, and then one of the user whose token is still valid. */
  private async finish(accountCase: AccountCase, sub: string): Promise<string[]> {
    const violations = await this.violationsOf(accountCase, await this.delete(accountCase, sub, {}), [204]);
    const session = this.proxy.openAgain(sub, 'profile.replace', { treatments: {}, before: {} });
    const { response } = await this.handlers.get('profile')!.invokeAlongside('replace', profileEvent({ method: 'POST', body: {} }, sub));
    session.end();
    return [
      ...violations,
      ...response.statusCode === 410 ? [] : [`a profile of the erased account is answered ${response.statusCode}`],
      ...await this.violationsOfErased(sub),
    ].map((violation) => `again: ${violation}`);
  }

  private async violationsOf({ given, user }: AccountCase, { session, invocation }: Attempt, statuses: readonly number[]): Promise<string[]> {
    const { sub, handler, calls } = session;
    const { response, log } = invocation;
    const item = await this.table.get(sub);
    const { durationMs } = JSON.parse(log);
    const conditions: [boolean, string][] = [
      [statuses.includes(response.statusCode), `answered ${response.statusCode}, not ${statuses.join(' or ')}`],
      [durationMs < REQUEST_TIME_MS, `took ${durationMs} ms`],
      [response.statusCode !== 503 || response.headers['Retry-After'] === '1', 'the answer does not say when to try again'],
      [isTombstone(item, sub) || isDeepStrictEqual(item, given ? givenItem(sub) : undefined), `there is ${JSON.stringify(item)}`],
      [isTombstone(item, sub) || this.users.has(sub) || !user(sub), 'the user is gone before the profile'],
      // A local AWS does not ask who may do what.
      [calls.every(({ operation }) => GRANTED[handler].includes(operation)), 'may not make all of the calls'],
    ];
    return [
      ...conditions.flatMap(([holds, message]) => (holds ? [] : [message])),
      ...response.statusCode === 204 ? await this.violationsOfErased(sub) : [],
    ];
  }

  private async violationsOfErased(sub: string): Promise<string[]> {
    const item = await this.table.get(sub);
    return [
      ...isTombstone(item, sub) ? [] : [`there is ${JSON.stringify(item)}`],
      ...this.users.has(sub) ? ['the user is in the user pool'] : [],
    ];
  }
}

/** Whether an item is a tombstone and nothing else. */
function isTombstone(item: Item | undefined, sub: string): boolean {
  const { erased_at: erasedAt, [TIME_TO_LIVE_ATTRIBUTE]: expiresAt, ...key } = { ...item } as Record<string, unknown>;
  return isDeepStrictEqual(key, keyOf(sub)) && typeof erasedAt === 'string' && typeof expiresAt === 'number';
}
