import { randomUUID } from 'crypto';
import { isDeepStrictEqual } from 'util';
import { BODIES, givenItem } from './fault-cases';
import { findViolations } from './fault-check';
import { Scenario } from './fault-scenarios';
import { FaultSession } from './fault-session';
import { FaultyProxy } from './faulty-proxy';
import { HANDLERS, profileEvent } from '../client/profile-client';
import { LocalDynamoDb } from '../database/dynamodb';
import { Item, ProfileTable } from '../database/profile-table';
import { HandlerProcess, Invocation, Language } from '../drivers/handler-process';
import { grantedOperations } from '../stacks/grants';
import { synthesize } from '../stacks/synth';

/** Handlers that call a DynamoDB API by way of a proxy that makes faults. */
export class FaultRunner {
  /** Starts everything; where calls take long, so many processes that none waits for a connection, of which each has 50. */
  public static async start(language: Language, processes = 1): Promise<FaultRunner> {
    const database = await LocalDynamoDb.start();
    const proxy = await FaultyProxy.start(database);
    const handlers = Array.from({ length: processes }, () => HandlerProcess.start(language, proxy.environment));
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
    const waiting = [...scenarios];
    const violations: string[] = [];
    const work = async () => {
      for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
        violations.push(...(await this.run(scenario)).violations);
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return violations;
  }

  /** Runs a scenario, for a user of its own. */
  public async run(scenario: Scenario): Promise<{ invocation: Invocation; session: FaultSession; violations: string[] }> {
    const { faultCase } = scenario;
    const sub = randomUUID();
    const handler = HANDLERS[faultCase.method];
    const session = await this.proxy.open(sub, handler, scenario, faultCase.given ? givenItem(sub) : undefined);
    const event = profileEvent({ ...faultCase, body: BODIES[faultCase.method] }, sub);
    const invocation = await this.handlers[this.runs++ % this.handlers.length].invokeAlongside(handler, event);
    session.end();
    for (const happening of scenario.atEnd) {
      await happening(session);
    }
    await session.land();
    const violations = [
      ...findViolations(faultCase, session, invocation),
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
