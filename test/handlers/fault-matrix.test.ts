import { HandlerProcess } from '../support/drivers/handler-process';
import { describeWithPython } from '../support/drivers/languages';
import { BROKEN } from '../support/faults/answer-faults';
import { BusyServer } from '../support/faults/busy-server';
import { ConnectionScenario, connectionScenarios, PLAIN_FAULTS, tlsFaults, WrongServers } from '../support/faults/connection-faults';
import { ERRORS } from '../support/faults/error-codes';
import { FAULT_CASES } from '../support/faults/fault-cases';
import { FaultMatrix, inTime } from '../support/faults/fault-matrix';
import { FaultRunner, Run } from '../support/faults/fault-runner';
import { everyCall, oneFault, Scenario } from '../support/faults/fault-scenarios';
import { Gate } from '../support/faults/gate';

/** `FAULTS=all` tries each fault on each request, which takes minutes. */
const ALL = process.env.FAULTS === 'all';
const CASES = FAULT_CASES.filter(({ name }) => ALL || ['GET', 'POST', 'PATCH', 'DELETE'].includes(name));
const AT_A_TIME = 8;
/** Handlers in processes of their own, each of which makes one request at a time. */
const LANES = 4;
const TIMEOUT_MS = (ALL ? 900 : 90) * 1000;

const LANGUAGES = ['nodejs', 'python'] as const;

describeWithPython('The handlers of both languages, of the same faults,', () => {
  const matrix = new FaultMatrix();

  afterAll(() => {
    if (ALL) {
      console.log(`Faults compared: ${JSON.stringify(matrix.counts)}`);
    }
  });

  afterEach(() => {
    matrix.problems.length = 0;
  });

  describe('in an answer', () => {
    let runners: FaultRunner[];

    beforeAll(async () => {
      runners = await Promise.all(LANGUAGES.map(async (language) => FaultRunner.start(language)));
    }, TIMEOUT_MS);

    afterAll(async () => {
      await Promise.all(runners.map(async (runner) => runner.stop()));
    }, TIMEOUT_MS);

    test.each(CASES)('make the same of $name', async (faultCase) => {
      const treatments = [...BROKEN, ...ERRORS];
      const scenarios = [
        ...oneFault(faultCase, treatments),
        ...everyCall(faultCase, treatments.filter(({ reaches }) => ALL || reaches === 'never')),
      ];
      const [nodejs, python] = await Promise.all(runners.map(async (runner) => (
        runner.runAll(scenarios, AT_A_TIME, async (scenario) => inTime(async () => runner.run(scenario)))
      )));
      matrix.compare(scenarios, nodejs, python);
      expect(matrix.problems).toEqual([]);
    }, TIMEOUT_MS);
  });

  describe.each(['http', 'https'] as const)('in a connection of %s', (protocol) => {
    let servers: WrongServers;
    let runners: FaultRunner[];

    beforeAll(async () => {
      servers = await WrongServers.start();
      runners = await Promise.all(LANGUAGES.map(async (language) => FaultRunner.start(language, 0, { protocol, closes: true })));
    }, TIMEOUT_MS);

    afterAll(async () => {
      servers.stop();
      await Promise.all(runners.map(async (runner) => runner.stop()));
    });

    test('make the same of each request', async () => {
      const faults = protocol === 'http' ? PLAIN_FAULTS : tlsFaults(servers.ports);
      const scenarios = CASES.flatMap((faultCase) => connectionScenarios(faultCase, faults));
      const [nodejs, python] = await Promise.all(LANGUAGES.map(async (language, index) => runInLanes(language, runners[index], scenarios)));
      matrix.compare(scenarios, nodejs, python);
      expect(matrix.problems).toEqual([]);
    }, TIMEOUT_MS);
  });

  describe('without a connection', () => {
    let server: BusyServer;
    let runners: FaultRunner[];

    beforeAll(async () => {
      server = await BusyServer.start();
      runners = await Promise.all(LANGUAGES.map(async (language) => FaultRunner.start(language, 0)));
    }, TIMEOUT_MS);

    afterAll(async () => {
      server.stop();
      await Promise.all(runners.map(async (runner) => runner.stop()));
    });

    test.each([['the host is not found', 'dynamodb.invalid'], ['connecting takes too long', '127.0.0.1']])('as %s, make the same of each request', async (what, host) => {
      const scenarios = CASES.map((faultCase): Scenario => (
        { name: `${faultCase.name}: ${what}`, faultCase, treatments: {}, before: {}, atEnd: [], status: 503 }
      ));
      const [nodejs, python] = await Promise.all(runners.map(async (runner, index) => {
        const handlers = HandlerProcess.start(LANGUAGES[index], runner.proxy.environmentBehind(server.port, host));
        try {
          // At the same time, because they spend theirs waiting.
          return await Promise.all(scenarios.map(async (scenario) => runner.run(scenario, handlers)));
        } finally {
          await handlers.stop();
        }
      }));
      matrix.compare(scenarios, nodejs, python);
      expect(matrix.problems).toEqual([]);
    }, TIMEOUT_MS);
  });

  /** Runs scenarios one after the other in each of some processes, whose connections a gate treats as the scenario says. */
  async function runInLanes(language: typeof LANGUAGES[number], runner: FaultRunner, scenarios: readonly ConnectionScenario[]): Promise<Run[]> {
    const waiting = [...scenarios.entries()];
    const runs: Run[] = [];
    await Promise.all(Array.from({ length: LANES }, async () => {
      const gate = await Gate.start(runner.proxy.port);
      const handlers = HandlerProcess.start(language, runner.proxy.environmentBehind(gate.port));
      try {
        await handlers.loaded();
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const [index, scenario] = next;
          runs[index] = await inTime(async () => {
            await gate.open(scenario.plan);
            return runner.run(scenario, handlers);
          });
        }
      } finally {
        await handlers.stop();
        gate.stop();
      }
    }));
    return runs;
  }
});
