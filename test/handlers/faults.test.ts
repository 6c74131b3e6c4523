import { describeEachLanguage } from '../support/drivers/languages';
import { FAULT_CASES } from '../support/faults/fault-cases';
import { FaultRunner } from '../support/faults/fault-runner';
import { conflicts, everyCall, Intervention, interventions, oneFault, Scenario, twoFaults } from '../support/faults/fault-scenarios';
import { SLOW_TREATMENTS, treatment, TREATMENTS } from '../support/faults/faults';

/** `FAULTS=all` tries each fault after each other one, which takes minutes. */
const ALL = process.env.FAULTS === 'all';

/** One of each kind, for what multiplies. */
const KINDS = ['failed, unseen', 'cut off, done', 'reset, done late'].map(treatment);
const INTERVENTIONS: Intervention[] = ['another change', 'another delete', ...(ALL ? ['another delete and create' as const] : [])];
/** As many as two processors keep up with, so that no call is slow by itself. */
const AT_A_TIME = 8;
/** As many as a handler's SDK opens at the same time. */
const CONNECTIONS = 50;
const TIMEOUT_MS = (ALL ? 900 : 180) * 1000;

const plainCases = FAULT_CASES.filter(({ name }) => ['GET', 'POST', 'PATCH', 'DELETE If-Match'].includes(name));
const patch = FAULT_CASES.find(({ name }) => name === 'PATCH')!;

describeEachLanguage((language) => {
  let runner: FaultRunner;
  let slow: Promise<string[]>;

  beforeAll(async () => {
    runner = await FaultRunner.start(language);
    // Meanwhile, because they spend their time waiting.
    slow = runAtOnce([
      ...FAULT_CASES.flatMap((faultCase) => oneFault(faultCase, SLOW_TREATMENTS)),
      ...(ALL ? FAULT_CASES : plainCases).flatMap((faultCase) => everyCall(faultCase, SLOW_TREATMENTS)),
    ]);
    // It is looked at in the end.
    slow.catch(() => undefined);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await slow.catch(() => undefined);
    await runner.stop();
  }, TIMEOUT_MS);

  describe.each(FAULT_CASES)('$name', (faultCase) => {
    test('each fault at each call', async () => {
      expect(await runner.findViolations(oneFault(faultCase, TREATMENTS), AT_A_TIME)).toEqual([]);
    }, TIMEOUT_MS);

    test('each fault at all calls', async () => {
      expect(await runner.findViolations(everyCall(faultCase, ALL ? TREATMENTS : KINDS), AT_A_TIME)).toEqual([]);
    }, TIMEOUT_MS);

    test('two faults', async () => {
      const scenarios = ALL ? twoFaults(faultCase, TREATMENTS, 3) : twoFaults(faultCase, KINDS, 1);
      expect(await runner.findViolations(scenarios, AT_A_TIME)).toEqual([]);
    }, TIMEOUT_MS);

    test('another write between the calls', async () => {
      expect(await runner.findViolations(interventions(faultCase, INTERVENTIONS), AT_A_TIME)).toEqual([]);
    }, TIMEOUT_MS);
  });

  test('PATCH starts again four times', async () => {
    const { invocation, violations } = await runner.run(conflicts(patch, [2, 4, 6, 8]));
    expect(violations).toEqual([]);
    expect(invocation.response.statusCode).toBe(200);
  });

  test('PATCH gives up after the fifth conflict, having changed nothing', async () => {
    const { invocation, session, violations } = await runner.run(conflicts(patch, [2, 4, 6, 8, 10]));
    expect(violations).toEqual([]);
    expect(invocation.response.statusCode).toBe(503);
    expect(session.calls).toHaveLength(10);
    expect(session.effects.filter(({ by }) => by === 'handler')).toEqual([]);
  });

  test('faults that take seconds', async () => {
    expect(await slow).toEqual([]);
  }, TIMEOUT_MS);

  /** Runs scenarios all at once, in so many processes that none waits for a connection. */
  async function runAtOnce(scenarios: readonly Scenario[]): Promise<string[]> {
    const manyProcesses = await FaultRunner.start(language, Math.ceil(scenarios.length / CONNECTIONS));
    try {
      const runs = await manyProcesses.runAll(scenarios, scenarios.length);
      // On a busy machine, so many can delay each other until the time of a request is up. A defect fails again.
      const again = scenarios.filter((_, index) => runs[index].violations.length > 0);
      return await manyProcesses.findViolations(again, AT_A_TIME);
    } finally {
      await manyProcesses.stop();
    }
  }
});
