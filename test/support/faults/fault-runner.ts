import { randomUUID } from 'crypto';
import { isDeepStrictEqual } from 'util';
import { BODIES, givenItem } from './fault-cases';
import { findViolations } from './fault-check';
import { Scenario } from './fault-scenarios';
import { FaultSession } from './fault-session';
import { FaultyProxy, ProxyOptions } from './faulty-proxy';
import { HANDLERS, profileEvent } from '../client/profile-client';
import { LocalDynamoDb } from '../database/dynamodb';
import { Item, ProfileTable } from '../database/profile-table';
import { HandlerProcess, Invocation, Language } from '../drivers/handler-process';
import { grantedOperations } from '../stacks/grants';
import { synthesize } from '../stacks/synth';

/** What came of a scenario. */
export interface Run {
  readonly invocation: Invocation;
  readonly session: FaultSession;
  readonly violations: string[];
}

/** Handlers that call a DynamoDB API by way of a proxy that makes faults. */
export class FaultRunner {
  /** Starts everything; where calls take long, so many processes that none waits for a connection, of which each has 50. */
  public static async start(language: Language, processes = 1, options: ProxyOptions = {}): Promise<FaultRunner> {
    const database = await LocalDynamoDb.start();
    const proxy = await FaultyProxy.start(database, options);
    const handlers = Array.from({ length: processes }, () => HandlerProcess.start(language, proxy.environment));
    await Promise.all(handlers.map(async (each) => each.loaded()));
    return new FaultRunner(database, proxy, handlers);
  }

  private readonly table: ProfileTable;
  /** A local DynamoDB API does not ask who may do what. */
  private readonly granted = grantedOperations(synthesize().template);
  private runs = 0;

  private constructor(
    private readonly database: LocalDynamoDb,
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
    const session = await this.proxy.open(sub, handler, scenario, faultCase.given ? givenItem(sub) : undefined);
    const event = profileEvent({ ...faultCase, body: BODIES[faultCase.method] }, sub);
    const invocation = await handlers.invokeAlongside(handler, event);
    session.end();
    for (const happening of scenario.atEnd) {
      await happening(session);
    }
    await session.land();
    const violations = [
      ...findViolations(scenario, session, invocation),
      ...session.calls.filter(({ operation }) => !this.granted[handler].includes(operation)).map(({ operation }) => `may not ${operation}`),
      ...findDifference('status', invocation.response.statusCode, scenario.status ?? invocation.response.statusCode),
      ...findDifference('item', await this.table.get(sub), session.item),
    ].map((violation) => `${scenario.name}: ${violation} (${invocation.response.statusCode}, ${describe(session)})`);
    return { invocation, session, violations };
  }

  public async stop(): Promise<void> {
    await Promise.all(this.handlers.map((handlers) => handlers.stop()));
    this.table.stop();
    await this.proxy.stop();
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
