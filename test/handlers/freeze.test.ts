import { setTimeout as sleep } from 'timers/promises';
import { HandlerProcess } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';
import { FAULT_CASES, FaultCase } from '../support/faults/fault-cases';
import { FaultRunner } from '../support/faults/fault-runner';
import { Scenario } from '../support/faults/fault-scenarios';
import { Gate, LOSSES, Loss } from '../support/faults/gate';

/** `FAULTS=all` freezes each function several times, so that there are more than 200 requests. */
const ROUNDS = process.env.FAULTS === 'all' ? 5 : 1;
const CASES = FAULT_CASES.filter(({ name }) => ['GET', 'POST', 'PATCH', 'DELETE'].includes(name));
/** A little longer than the handlers keep a connection that is idle. */
const FREEZE_MS = 3_300;
/** What a signal, or the end of a connection, takes to arrive. */
const ARRIVAL_MS = 30;
const TIMEOUT_MS = 60_000;

/** A function that is frozen between its requests, of which it has one at a time. */
interface FrozenFunction {
  readonly runner: FaultRunner;
  readonly handlers: HandlerProcess;
  readonly gate: Gate;
  readonly loss: Loss;
  readonly scenario: Scenario;
}

describeEachLanguage((language) => {
  const protocols = ['http', 'https'] as const;
  let runners: FaultRunner[];
  let functions: FrozenFunction[];

  beforeAll(async () => {
    runners = await Promise.all(protocols.map(async (protocol) => FaultRunner.start(language, 0, { protocol })));
    functions = [];
    for (const runner of runners) {
      for (const loss of LOSSES) {
        // A few at a time, because to start is what takes the processor.
        functions.push(...await Promise.all(CASES.map(async (faultCase) => start(runner, loss, faultCase))));
      }
    }
  }, TIMEOUT_MS);

  afterAll(async () => {
    await Promise.all(functions.map(async ({ handlers }) => handlers.stop()));
    functions.forEach(({ gate }) => gate.stop());
    await Promise.all(runners.map(async (runner) => runner.stop()));
  }, TIMEOUT_MS);

  async function start(runner: FaultRunner, loss: Loss, faultCase: FaultCase): Promise<FrozenFunction> {
    const gate = await Gate.start(runner.proxy.port);
    const handlers = HandlerProcess.start(language, runner.proxy.environmentBehind(gate.port));
    const name = `${faultCase.name}, after the peer ${loss} the connection`;
    const scenario = { name, faultCase, treatments: {}, before: {}, atEnd: [], status: faultCase.status };
    await runner.run(scenario, handlers);
    return { runner, handlers, gate, loss, scenario };
  }

  test('no request fails because the connection was lost while the function was frozen', async () => {
    const failures: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      failures.push(...(await Promise.all(functions.map(requestAfterFreeze))).flat());
    }
    expect(failures).toEqual([]);
  }, TIMEOUT_MS);
});

/** Freezes a function after a request and makes another one; tells what went wrong. */
async function requestAfterFreeze({ runner, handlers, gate, loss, scenario }: FrozenFunction): Promise<string[]> {
  const before = await runner.run(scenario, handlers);
  handlers.freeze();
  await sleep(ARRIVAL_MS);
  const lost = gate.lose(loss);
  await sleep(FREEZE_MS);
  const running = runner.run(scenario, handlers);
  // The request is there when the function goes on, as is what happened to the connection.
  await sleep(ARRIVAL_MS);
  handlers.thaw();
  const after = await running;

  // What a lost connection leads to shows by the status, or by calls that find out what became of a write.
  const calls = after.session.calls.length;
  return [
    ...before.violations,
    ...(lost === 1 ? [] : [`${scenario.name}: there were ${lost} connections`]),
    ...after.violations,
    ...(calls === scenario.faultCase.calls ? [] : [`${scenario.name}: made ${calls} calls`]),
  ];
}
