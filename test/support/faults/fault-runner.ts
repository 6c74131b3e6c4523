import { randomUUID } from 'crypto';
import { isDeepStrictEqual } from 'util';
import { BODIES, givenItem } from './fault-cases';
import { findViolations } from './fault-check';
import { Scenario } from './fault-scenarios';
import { FaultSession } from './fault-session';
import { FaultyProxy, ProxyOptions } from './faulty-proxy';
import { HttpApiEvent } from '../client/http-api-event';
import { HANDLERS, ProfileRequest, profileEvent, userProfileEvent } from '../client/profile-client';
import { LocalDynamoDb } from '../database/dynamodb';
import { Item, ProfileTable } from '../database/profile-table';
import { environmentOf } from '../drivers/functions';
import { HandlerModule, HandlerProcess, Invocation, Language } from '../drivers/handler-process';
import { grantedOperations } from '../stacks/grants';
import { synthesize } from '../stacks/synth';
import { LocalUserPool } from '../user-pool/user-pool';

/** What the roles of a service with all optional parts allow. */
export const GRANTED = grantedOperations(synthesize({ adminGroup: 'administrators', accountDeletion: true }).template);

/** Who sends the requests about a profile: its user, or an administrator. */
export type Writer = 'user' | 'administrator';

const MODULES: Record<Writer, HandlerModule> = { user: 'profile', administrator: 'profiles' };
const EVENTS: Record<Writer, (request: ProfileRequest, sub: string) => HttpApiEvent> = { user: profileEvent, administrator: userProfileEvent };

/** How to run scenarios. */
export interface RunnerOptions extends ProxyOptions {
  /** @default 'user' */
  readonly writer?: Writer;
}

/** What came of a scenario. */
export interface Run {
  readonly invocation: Invocation;
  readonly session: FaultSession;
  readonly violations: string[];
}

/** Handlers that call a DynamoDB API by way of a proxy that makes faults. */
export class FaultRunner {
  /** Starts everything; where calls take long, so many processes that none waits for a connection, of which each has 50. */
  public static async start(language: Language, processes = 1, { writer = 'user', ...options }: RunnerOptions = {}): Promise<FaultRunner> {
    const database = await LocalDynamoDb.start();
    const users = await LocalUserPool.start();
    const proxy = await FaultyProxy.start(database, users, options);
    const module = MODULES[writer];
    const environment = environmentOf(module, proxy.environment, users);
    const handlers = Array.from({ length: processes }, () => HandlerProcess.start(language, environment, undefined, module));
    await Promise.all(handlers.map(async (each) => each.loaded()));
    return new FaultRunner(writer, database, users, proxy, handlers);
  }

  private readonly table: ProfileTable;
  private runs = 0;

  private constructor(
    private readonly writer: Writer,
    private readonly database: LocalDynamoDb,
    private readonly users: LocalUserPool,
    public readonly proxy: FaultyProxy,
    public readonly handlers: readonly HandlerProcess[],
  ) {
    this.table = new ProfileTable(database);
  }

  /** Runs scenarios, so many at a time, and tells what went wrong in which. */
  public async findViolations(scenarios: readonly Scenario[], atATime: number): Promise<string[]> {
    return (await this.runAll(scenarios, atATime)).flatMap(({ violations }) => violations);
  }

  /** Runs scenarios, so many at a time; the runs are in the order of the scenarios. */
  public async runAll(scenarios: readonly Scenario[], atATime: number, run = async (scenario: Scenario) => this.run(scenario)): Promise<Run[]> {
    const waiting = [...scenarios.entries()];
    const runs: Run[] = [];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, scenario] = next;
        runs[index] = await run(scenario);
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return runs;
  }

  /** Runs a scenario, for a user of its own, by default in the next of the processes. */
  public async run(scenario: Scenario, handlers = this.handlers[this.runs++ % this.handlers.length]): Promise<Run> {
    const { faultCase } = scenario;
    const sub = randomUUID();
    const handler = HANDLERS[faultCase.method];
    const name = `${MODULES[this.writer]}.${handler}`;
    const session = await this.proxy.open(sub, name, scenario, faultCase.given ? givenItem(sub) : undefined);
    const event = EVENTS[this.writer]({ ...faultCase, body: BODIES[faultCase.method] }, sub);
    const invocation = await handlers.invokeAlongside(handler, event);
    session.end();
    for (const happening of scenario.atEnd) {
      await happening(session);
    }
    await session.land();
    const violations = [
      ...findViolations(scenario, session, invocation),
      // A local AWS does not ask who may do what.
      ...session.calls.filter(({ operation }) => !GRANTED[name].includes(operation)).map(({ operation }) => `may not ${operation}`),
      ...findDifference('status', invocation.response.statusCode, scenario.status ?? invocation.response.statusCode),
      ...findDifference('item', await this.table.get(sub), session.item),
    ].map((violation) => `${scenario.name}: ${violation} (${invocation.response.statusCode}, ${describe(session)})`);
    return { invocation, session, violations };
  }

  public async stop(): Promise<void> {
    await Promise.all(this.handlers.map((handlers) => handlers.stop()));
    this.table.stop();
    await this.proxy.stop();
    await this.users.stop();
    await this.database.stop();
  }
}

function findDifference(what: string, actual: Item | number | undefined, expected: Item | number | undefined): string[] {
  return isDeepStrictEqual(actual, expected) ? [] : [`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}

/** The calls and effects, for whoever looks into a violation. */
function describe({ calls, effects }: FaultSession): string {
  return [
    ...calls.map(({ operation, treatment }) => `${operation}${treatment ? ` ${treatment.name}` : ''}`),
    ...effects.slice(1).map(({ by, item, late }) => `${by} ${item ? 'wrote' : 'erased'}${late ? ' late' : ''}`),
  ].join('; ');
}
