import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { describeEachLanguage } from '../support/drivers/languages';
import { ACCOUNT_CASES, oneAccountFault } from '../support/faults/account-cases';
import { AccountRunner } from '../support/faults/account-runner';
import { FAULT_CASES } from '../support/faults/fault-cases';
import { FaultRunner, Writer } from '../support/faults/fault-runner';
import { oneFault } from '../support/faults/fault-scenarios';
import { treatment } from '../support/faults/faults';
import { ListRunner } from '../support/faults/list-runner';
import { grantedOperations } from '../support/stacks/grants';
import { synthesize } from '../support/stacks/synth';

/** One for each way in which a handler goes on. With all other faults, `FaultRunner` finds calls that the role does not allow. */
const KINDS = ['throttled, unseen', 'failed, unseen', 'reset, done', 'reset, done late'].map(treatment);
const TIMEOUT_MS = 60_000;

describeEachLanguage((language) => {
  const runtime = language === 'nodejs' ? Runtime.NODEJS_24_X : Runtime.PYTHON_3_14;
  const granted = grantedOperations(synthesize({ runtime, adminGroup: 'administrators', accountDeletion: true }).template);

  test.each<Writer>(['user', 'administrator'])('each handler of profiles calls what its role allows, all of it and nothing else: by the %s', async (writer) => {
    const runner = await FaultRunner.start(language, 1, { writer });
    try {
      expect(await runner.findViolations(FAULT_CASES.flatMap((faultCase) => oneFault(faultCase, KINDS)), 8)).toEqual([]);
      const module = writer === 'user' ? 'profile' : 'profiles';
      expect(runner.proxy.operations).toEqual(grantsOf(['read', 'replace', 'update', 'delete'].map((handler) => `${module}.${handler}`)));
    } finally {
      await runner.stop();
    }
  }, TIMEOUT_MS);

  test('each handler of accounts calls what its role allows, all of it and nothing else', async () => {
    const runner = await AccountRunner.start(language);
    try {
      const runs = await runner.runAll(ACCOUNT_CASES.flatMap((accountCase) => oneAccountFault(accountCase, KINDS)), 8);
      expect(runs.flatMap(({ violations }) => violations)).toEqual([]);
      const { 'profile.replace': _, ...operations } = runner.proxy.operations;
      expect(operations).toEqual(grantsOf(['account.delete', 'accounts.delete']));
    } finally {
      await runner.stop();
    }
  }, TIMEOUT_MS);

  test('the handler of the list calls what its role allows', async () => {
    const runner = await ListRunner.start(language);
    try {
      expect(await runner.run({ name: 'no fault', treatments: {}, statuses: [200] })).toEqual([]);
      expect(runner.proxy.operations).toEqual(grantsOf(['profiles.list']));
    } finally {
      await runner.stop();
    }
  }, TIMEOUT_MS);

  test('every function of a service is one of these', () => {
    expect(Object.keys(granted).sort()).toEqual([
      'account.delete', 'accounts.delete', 'profile.delete', 'profile.read', 'profile.replace', 'profile.update',
      'profiles.delete', 'profiles.list', 'profiles.read', 'profiles.replace', 'profiles.update',
    ]);
  });

  function grantsOf(handlers: readonly string[]): Record<string, string[]> {
    return Object.fromEntries(handlers.map((handler) => [handler, granted[handler]]));
  }
});
