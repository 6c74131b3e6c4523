import { EventBusServer } from '../../support/change-events/event-bus-server';
import { startPublisher } from '../../support/change-events/publisher';
import { streamRecord } from '../../support/change-events/stream-records';
import { HandlerProcess } from '../../support/drivers/handler-process';
import { describeEachLanguage } from '../../support/drivers/languages';

const VALUE = 'a value of the item';
const NO_CREDENTIALS = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' };

/** A record of a change, with other members. */
function recordWith(dynamodb: object): Record<string, any> {
  const record = streamRecord({ sub: 'ann', after: { profile_data: { S: VALUE } } }, 7);
  return { ...record, dynamodb: { ...record.dynamodb, ...dynamodb } };
}

// Lambda counts the error, and sends the records again. The driver's process ends instead.
describeEachLanguage((language) => {
  let bus: EventBusServer;
  let handlers: HandlerProcess;

  beforeEach(async () => {
    bus = await EventBusServer.start();
  });

  afterEach(async () => {
    await handlers.stop();
    bus.stop();
  });

  async function publish(record: Record<string, any>, environment: Record<string, string> = {}): Promise<string> {
    handlers = startPublisher(language, bus.endpoint, environment);
    const records = [streamRecord({ sub: 'bob', after: {} }, 6), record];
    return handlers.invoke('publish', { Records: records }).then(() => 'it succeeded', (error: Error) => error.message);
  }

  test.each([
    ['a stream without the items before a change', { StreamViewType: 'NEW_IMAGE' }, 'has the view type NEW_IMAGE, but the stream must have new and old images'],
    ['a stream without items', { StreamViewType: 'KEYS_ONLY', NewImage: undefined }, 'has the view type KEYS_ONLY'],
    ['a record without items', { NewImage: undefined }, 'has the view type NEW_AND_OLD_IMAGES'],
    ['another partition', { Keys: { pk: { S: 'ORDERS#1' }, sk: { S: 'USER#ann' } } }, 'is not of a profile, but the event source mapping must leave out other items'],
    ['another sort key', { Keys: { pk: { S: 'USERS#ALL' }, sk: { S: 'ORDER#1' } } }, 'is not of a profile'],
    ['a key of another type', { Keys: { pk: { S: 'USERS#ALL' }, sk: { N: '1' } } }, 'is not of a profile'],
  ])('a batch with %s fails, by its position and without a value of the item, before anything is sent', async (_, dynamodb, message) => {
    const error = await publish(recordWith(dynamodb));
    expect(error).toContain(`UnexpectedRecord: The record 44215845000000000980000000007 ${message}`);
    expect(error).not.toContain(VALUE);
    expect(bus.calls).toEqual([]);
  });

  test.each([
    ['an event bus', { EVENT_BUS: '' }, 'The environment variable EVENT_BUS is not set; the construct sets it.'],
    ['credentials', NO_CREDENTIALS, /Credentials/i],
  ])('a function without %s fails', async (_, environment, message) => {
    const error = await publish(recordWith({}), environment);
    expect(error).toEqual(expect.stringMatching(message));
    expect(error).not.toContain(VALUE);
    expect(bus.calls).toEqual([]);
  });
});
