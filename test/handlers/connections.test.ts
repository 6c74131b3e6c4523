import { setTimeout as sleep } from 'timers/promises';
import { describeEachLanguage } from '../support/drivers/languages';
import { FAULT_CASES, FaultCase } from '../support/faults/fault-cases';
import { FaultRunner } from '../support/faults/fault-runner';
import { Scenario } from '../support/faults/fault-scenarios';

/** What a signal, or the end of a connection, takes to arrive. */
const ARRIVAL_MS = 20;
const START_TIMEOUT_MS = 30_000;

describeEachLanguage((language) => {
  let runner: FaultRunner;

  beforeAll(async () => {
    runner = await FaultRunner.start(language);
  }, START_TIMEOUT_MS);

  afterAll(async () => {
    await runner.stop();
  });

  // A lost connection would be an unclear failure, and for some writes the answer 503.
  test.each(FAULT_CASES)('$name does not take a connection that was closed while the function was frozen', async (faultCase) => {
    await runner.run(withoutFaults(faultCase));
    const [handlers] = runner.handlers;
    handlers.freeze();
    await sleep(ARRIVAL_MS);
    runner.proxy.closeIdleConnections();
    await sleep(ARRIVAL_MS);
    const run = runner.run(withoutFaults(faultCase));
    await sleep(ARRIVAL_MS);
    handlers.thaw();

    const { session, violations } = await run;
    expect(violations).toEqual([]);
    expect(session.calls).toHaveLength(faultCase.calls);
  });
});

function withoutFaults(faultCase: FaultCase): Scenario {
  return { name: faultCase.name, faultCase, treatments: {}, before: {}, atEnd: [], status: faultCase.status };
}
