import contract from './contract.json';
import { Answer } from '../../support/change-events/event-bus-server';
import { publisher } from '../../support/change-events/publisher';
import { EVENT_BUS_ARN, FIRST_TIME, ItemChange, sequenceNumber, streamRecord, TABLE_ARN } from '../../support/change-events/stream-records';
import { describeEachLanguage } from '../../support/drivers/languages';

/** What a batch sends. */
interface Sending {
  readonly name: string;
  readonly changes: readonly ItemChange[];
  /** The kind, the sub and the version of each event. */
  readonly sent: readonly string[][];
}

/** How many events the calls for a batch have. */
interface Distribution {
  readonly name: string;
  /** They take turns. */
  readonly users: number;
  readonly records?: number;
  readonly calls: readonly number[];
}

/** What comes of seven changes of three users, who take turns, so that the calls have three, three and one. */
interface FailureCase {
  readonly name: string;
  readonly answers: readonly Answer[];
  readonly calls: number;
  /** The index of the record. */
  readonly failed: number;
  readonly code: string;
}

const SENDINGS = contract['what is sent'] as readonly Sending[];
const DISTRIBUTIONS = contract['how it is sent'] as readonly Distribution[];
const FAILURES = contract.failures as readonly FailureCase[];

describeEachLanguage((language) => {
  const service = publisher(language);

  test.each(SENDINGS.map((sending) => [sending.name, sending] as const))('%s', async (_, { changes, sent }) => {
    const { response, log } = await service.publish(changes.map(streamRecord));
    expect(response).toEqual({ batchItemFailures: [] });
    expect(log).toBe('');
    expect(service.bus.accepted.map(({ DetailType, Detail }) => [DetailType, ...Object.values(JSON.parse(Detail))])).toEqual(sent);
  });

  test('an entry has the bus, the source, the time of the change, the table, and nothing else', async () => {
    await service.publish([streamRecord({ sub: 'ann', after: { version: { S: 'v1' }, profile_data: { S: 'secret' } } }, 0)]);
    expect(service.bus.calls).toEqual([[{
      EventBusName: EVENT_BUS_ARN,
      Source: 'cdk-cognito-profile-service',
      DetailType: 'Profile Created',
      Time: FIRST_TIME,
      Resources: [TABLE_ARN],
      Detail: '{"sub":"ann","version":"v1"}',
    }]]);
  });

  test('a fraction of a second in the time of a change is cut off', async () => {
    const record = streamRecord({ sub: 'ann', after: {} }, 0);
    record.dynamodb.ApproximateCreationDateTime += 0.999;
    await service.publish([record]);
    expect(service.bus.accepted.map(({ Time }) => Time)).toEqual([FIRST_TIME]);
  });

  test.each(DISTRIBUTIONS.map((distribution) => [distribution.name, distribution] as const))('%s', async (_, { users, records = users, calls }) => {
    await service.publish(turns(users, records));
    expect(service.bus.calls.map(({ length }) => length)).toEqual(calls);
  });

  test.each(FAILURES.map((failure) => [failure.name, failure] as const))('fails from its record on: %s', async (_, { answers, calls, failed, code }) => {
    service.bus.answers.push(...answers);
    const { response, log } = await service.publish(turns(3, 7));
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceNumber(failed) }] });
    expect(service.bus.calls).toHaveLength(calls);
    expect(log.trimEnd().split('\n').map((line) => JSON.parse(line))).toEqual([{
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'ERROR',
      event: 'publish-failed',
      error: code,
      sequenceNumber: sequenceNumber(failed),
    }]);
  });

  test('a batch that takes too long fails from the first call without time on', async () => {
    service.bus.delayMs = 2_500;
    const { response, log } = await service.publish(turns(1, 10));
    // Four calls begin within 9.5 s, of which the last has 2 s left.
    expect(service.bus.calls).toHaveLength(4);
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceNumber(3) }] });
    expect(JSON.parse(log)).toMatchObject({ error: 'no-response' });
  }, 20_000);
});

/** Changes of users who take turns. */
function turns(users: number, records: number): Record<string, any>[] {
  return Array.from({ length: records }, (_, index) => (
    streamRecord({ sub: `user-${index % users}`, after: { version: { S: `v${index}` }, profile_data: { S: 'secret' } } }, index)
  ));
}
