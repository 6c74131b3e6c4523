import { describeEachLanguage } from '../support/drivers/languages';
import { BROKEN } from '../support/faults/answer-faults';
import { ERRORS } from '../support/faults/error-codes';
import { FAULT_CASES } from '../support/faults/fault-cases';
import { FaultRunner } from '../support/faults/fault-runner';
import { everyCall, oneFault } from '../support/faults/fault-scenarios';
import { treatment, TREATMENTS } from '../support/faults/faults';
import { ListRunner, QUERIES } from '../support/faults/list-runner';

/** One of each kind, for what multiplies. */
const KINDS = ['failed, unseen', 'cut off, done', 'reset, done late'].map(treatment);
const AT_A_TIME = 8;
const TIMEOUT_MS = 120_000;

describeEachLanguage((language) => {
  describe('the profile of a user', () => {
    let runner: FaultRunner;

    beforeAll(async () => {
      runner = await FaultRunner.start(language, 1, { writer: 'administrator' });
    }, TIMEOUT_MS);

    afterAll(async () => {
      await runner.stop();
    });

    test.each(FAULT_CASES)('each fault at each call, and some at all: $name', async (faultCase) => {
      const scenarios = [...oneFault(faultCase, TREATMENTS), ...everyCall(faultCase, KINDS)];
      expect(await runner.findViolations(scenarios, AT_A_TIME)).toEqual([]);
    }, TIMEOUT_MS);
  });

  describe('the list of profiles', () => {
    let runner: ListRunner;

    beforeAll(async () => {
      runner = await ListRunner.start(language);
    }, TIMEOUT_MS);

    afterAll(async () => {
      await runner.stop();
    });

    test.each([1, 2, 3])('each fault at query %i', async (query) => {
      const violations: string[] = [];
      for (const fault of [...TREATMENTS, ...BROKEN, ...ERRORS].filter(({ reaches }) => reaches !== 'late')) {
        const statuses = [fault.says === 'wrong' ? 500 : 200];
        violations.push(...await runner.run({ name: `query ${query} is ${fault.name}`, treatments: { [query]: fault }, statuses }));
      }
      expect(violations).toEqual([]);
    }, TIMEOUT_MS);

    test('a fault at a query and all that follow', async () => {
      const violations: string[] = [];
      for (const fault of KINDS) {
        for (let first = 1; first <= QUERIES; first++) {
          const treatments = Object.fromEntries(Array.from({ length: 10 }, (_, call) => [first + call, fault]));
          violations.push(...await runner.run({ name: `every query from ${first} on is ${fault.name}`, treatments, statuses: [503] }));
        }
      }
      expect(violations).toEqual([]);
    }, TIMEOUT_MS);
  });
});
