import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { describeEachLanguage } from '../support/drivers/languages';
import { FAULT_CASES } from '../support/faults/fault-cases';
import { FaultRunner } from '../support/faults/fault-runner';
import { oneFault } from '../support/faults/fault-scenarios';
import { treatment } from '../support/faults/faults';
import { grantedOperations } from '../support/stacks/grants';
import { synthesize } from '../support/stacks/synth';

/** One for each way in which a handler goes on. With all other faults, `FaultRunner` finds calls that the role does not allow. */
const KINDS = ['throttled, unseen', 'failed, unseen', 'reset, done', 'reset, done late'].map(treatment);

describeEachLanguage((language) => {
  test('each handler calls what its role allows, all of it and nothing else', async () => {
    const runner = await FaultRunner.start(language);
    try {
      expect(await runner.findViolations(FAULT_CASES.flatMap((faultCase) => oneFault(faultCase, KINDS)), 8)).toEqual([]);
      const runtime = language === 'nodejs' ? Runtime.NODEJS_24_X : Runtime.PYTHON_3_14;
      expect(runner.proxy.operations).toEqual(grantedOperations(synthesize({ runtime }).template));
    } finally {
      await runner.stop();
    }
  }, 60_000);
});
