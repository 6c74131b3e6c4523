import { describeEachLanguage, describeWithPython } from '../support/drivers/languages';
import { ACCOUNT_CASES, everyAccountCall, oneAccountFault } from '../support/faults/account-cases';
import { AccountRun, AccountRunner } from '../support/faults/account-runner';
import { BROKEN } from '../support/faults/answer-faults';
import { ERRORS, USER_POOL_ERRORS } from '../support/faults/error-codes';
import { SLOW_TREATMENTS, treatment, Treatment, TREATMENTS } from '../support/faults/faults';

/** `FAULTS=all` tries each fault, which takes minutes. */
const ALL = process.env.FAULTS === 'all';
/** One of each kind, for what multiplies. */
const KINDS = ['throttled, unseen', 'failed, unseen', 'cut off, done', 'reset, done late'].map(treatment);
const ONE_BY_ONE: readonly Treatment[] = [...TREATMENTS, ...BROKEN, ...ERRORS, ...USER_POOL_ERRORS];
const CASES_ONE_BY_ONE = ACCOUNT_CASES.filter(({ name }) => ALL || ['own account', 'account of another'].includes(name));
const AT_A_TIME = 8;
/** Fewer than the connections of a handler, which are 50, so that none waits for one. */
const WAITING_AT_A_TIME = 25;
const TIMEOUT_MS = (ALL ? 900 : 180) * 1000;

const LANGUAGES = ['nodejs', 'python'] as const;

describeEachLanguage((language) => {
  let runner: AccountRunner;

  beforeAll(async () => {
    runner = await AccountRunner.start(language);
  });

  afterAll(async () => {
    await runner.stop();
  });

  describe.each(ACCOUNT_CASES)('$name', (accountCase) => {
    test('each fault at a call and all that follow, and the same request again', async () => {
      const scenarios = everyAccountCall(accountCase, ALL ? TREATMENTS : KINDS);
      expect(violationsIn(await runner.runAll(scenarios, AT_A_TIME))).toEqual([]);
    }, TIMEOUT_MS);

    test('attempts that break off anywhere, and at last one that does not', async () => {
      const attempts = everyAccountCall(accountCase, KINDS);
      expect(await runner.runAttempts(accountCase, attempts)).toEqual([]);
      expect(await runner.runAttempts(accountCase, attempts.reverse())).toEqual([]);
    }, TIMEOUT_MS);

    test('a creation that DynamoDB does late creates nothing', async () => {
      expect(await runner.runLateCreation(accountCase, treatment('reset, done late'))).toEqual([]);
    }, TIMEOUT_MS);
  });

  test('faults that take seconds', async () => {
    const cases = ALL ? ACCOUNT_CASES : ACCOUNT_CASES.filter(({ name }) => name === 'account of another');
    const scenarios = cases.flatMap((accountCase) => (
      [...oneAccountFault(accountCase, SLOW_TREATMENTS), ...everyAccountCall(accountCase, SLOW_TREATMENTS)]
    ));
    const runs = await runner.runAll(scenarios, WAITING_AT_A_TIME);
    // On a busy machine, so many can delay each other until the time of a request is up. A defect fails again.
    const again = scenarios.filter((_, index) => runs[index].violations.length > 0);
    expect(violationsIn(await runner.runAll(again, AT_A_TIME))).toEqual([]);
  }, TIMEOUT_MS);
});

describeWithPython('The handlers of both languages', () => {
  let runners: AccountRunner[];

  beforeAll(async () => {
    runners = await Promise.all(LANGUAGES.map(async (language) => AccountRunner.start(language)));
  });

  afterAll(async () => {
    await Promise.all(runners.map(async (runner) => runner.stop()));
  });

  test.each(CASES_ONE_BY_ONE)('make the same of each fault at each call: $name', async (accountCase) => {
    const scenarios = oneAccountFault(accountCase, ONE_BY_ONE);
    const [nodejs, python] = await Promise.all(runners.map(async (runner) => runner.runAll(scenarios, AT_A_TIME)));
    expect(violationsIn([...nodejs, ...python])).toEqual([]);
    expect(nodejs.map(summaryOf)).toEqual(python.map(summaryOf));
  }, TIMEOUT_MS);
});

function violationsIn(runs: readonly AccountRun[]): string[] {
  return runs.flatMap(({ violations }) => violations);
}

/** Not the calls: an empty body has less that a fault can cut, so that a language may repeat a call that the other takes for answered. */
function summaryOf({ invocation: { response } }: AccountRun): string {
  return `${response.statusCode} ${response.headers['Retry-After'] ?? ''}`;
}
