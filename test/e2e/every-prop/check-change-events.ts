import { setTimeout as sleep } from 'timers/promises';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Failure } from '../../../scripts/lib/command/failure';
import { Journey } from '../../../scripts/lib/user/journey';
import { Checks } from '../checks';
import { Client } from '../client';

/** How long events may take. */
const TIMEOUT_MS = 60_000;

/** A value of a profile that no event may have. */
const SECRET = 'Ann of the change events';

/** An event as a rule gives it to its targets. */
interface ChangeEvent {
  readonly 'source': string;
  readonly 'detail-type': string;
  readonly 'resources': readonly string[];
  readonly 'time': string;
  readonly 'detail': { readonly sub: string; readonly version: string };
}

/** Checks that a rule of the event bus gets an event for each change of a profile, in order, and nothing of the profile. */
export async function checkChangeEvents(checks: Checks, { aws, signal }: Journey, client: Client, sub: string, queueUrl: string): Promise<void> {
  const sqs = new SQSClient(aws);
  const messages = new EventMessages(sqs, queueUrl, signal);
  await checks.check('changeEvents: a profile from creation to deletion is three events', async () => {
    const created = await write(client, 'POST', { name: SECRET });
    const updated = await write(client, 'PATCH', { name: 'Anna' });
    await client.send({ method: 'DELETE' });
    const expected = [['Profile Created', created], ['Profile Updated', updated], ['Profile Erased', updated]];
    const events = await messages.receive(sub, [created, updated], expected.length);
    const received = events.map((event) => [event['detail-type'], event.detail.version]);
    if (JSON.stringify(received) !== JSON.stringify(expected)) {
      throw new Failure(`The events are ${JSON.stringify(received)} instead of ${JSON.stringify(expected)}.`);
    }
    return events;
  }, (events) => events.map((event) => event['detail-type']).join(', '));
  sqs.destroy();
}

/** Writes a profile, and returns its version. */
async function write(client: Client, method: string, profile: object): Promise<string> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const { statusCode, body } = await client.send({ method, headers: { 'Content-Type': type }, body: { text: JSON.stringify(profile) } });
  if (statusCode !== 200) {
    throw new Failure(`${method} answered ${statusCode}: ${body}`);
  }
  return JSON.parse(body!).version;
}

/** The messages of the queue that a rule sends the events to. */
class EventMessages {
  constructor(private readonly sqs: SQSClient, private readonly queueUrl: string, private readonly signal: AbortSignal) {}

  /**
   * Receives so many events of these versions of a user's profile, in the order of their arrival.
   *
   * MiniStack keeps the order of events up to the queue. AWS promises it up to the event bus only.
   */
  public async receive(sub: string, versions: readonly string[], count: number): Promise<ChangeEvent[]> {
    const events: ChangeEvent[] = [];
    const deadline = Date.now() + TIMEOUT_MS;
    while (events.length < count) {
      if (Date.now() > deadline) {
        throw new Failure(`${events.length} events of ${count} arrived: ${JSON.stringify(events)}`);
      }
      events.push(...(await this.next()).filter(({ detail }) => detail.sub === sub && versions.includes(detail.version)));
    }
    return events;
  }

  private async next(): Promise<ChangeEvent[]> {
    const abortSignal = this.signal;
    const { Messages = [] } = await this.sqs.send(new ReceiveMessageCommand({ QueueUrl: this.queueUrl, MaxNumberOfMessages: 10 }), { abortSignal });
    for (const { ReceiptHandle } of Messages) {
      await this.sqs.send(new DeleteMessageCommand({ QueueUrl: this.queueUrl, ReceiptHandle }), { abortSignal });
    }
    if (Messages.length === 0) {
      await sleep(200, undefined, { signal: abortSignal });
    }
    return Messages.map(({ Body = '' }) => parse(Body));
  }
}

/** Parses an event, which must have the documented members and nothing else of the profile. */
function parse(text: string): ChangeEvent {
  const event: ChangeEvent = JSON.parse(text);
  const hasMembers = event.source === 'cdk-cognito-profile-service' && Object.keys(event.detail).join() === 'sub,version'
    && event.resources.length === 1 && /:table\/[^/]+$/.test(event.resources[0]) && !Number.isNaN(Date.parse(event.time));
  if (!hasMembers || text.includes(SECRET)) {
    throw new Failure(`The event is not as documented: ${text}`);
  }
  return event;
}
