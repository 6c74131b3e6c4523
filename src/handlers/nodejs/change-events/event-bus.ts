import { EventBridgeClient, EventBridgeServiceException, PutEventsCommand, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { Change } from './change';
import { CLIENT_SETTINGS, exchangeCompletely } from '../aws/client';
import { failureOf, InvalidResponse } from '../aws/failures';
import { withTimeLimit } from '../aws/time-limit';

/** The source of all events. */
const SOURCE = 'cdk-cognito-profile-service';

/** The first change of a call whose event EventBridge did not accept, as far as is known. */
export interface Failure {
  readonly change: Change;
  /** The error code of EventBridge, or `no-response`. */
  readonly code: string;
}

/** The EventBridge client. It is at module scope, so that warm invocations reuse its connections. */
const client = exchangeCompletely(new EventBridgeClient(CLIENT_SETTINGS));

/**
 * Sends an event for each change to an event bus, in one call.
 *
 * @returns the first failure, if there is one; events of later changes may have been accepted
 */
export async function putEvents(eventBus: string, changes: readonly Change[], limitMs: number): Promise<Failure | undefined> {
  const command = new PutEventsCommand({ Entries: changes.map((change) => entryOf(eventBus, change)) });
  try {
    const { Entries = [] } = await withTimeLimit(limitMs, async (abortSignal) => client.send(command, { abortSignal }));
    if (Entries.length !== changes.length) {
      throw new InvalidResponse('The response does not have an entry for each event.');
    }
    const index = Entries.findIndex(({ EventId }) => !EventId);
    return index === -1 ? undefined : { change: changes[index], code: Entries[index].ErrorCode ?? 'no-response' };
  } catch (error) {
    return { change: changes[0], code: codeOf(error) };
  }
}

function entryOf(eventBus: string, { kind, sub, version, time, tableArn }: Change): PutEventsRequestEntry {
  return {
    EventBusName: eventBus,
    Source: SOURCE,
    DetailType: kind,
    Time: new Date(1000 * time),
    Resources: [tableArn],
    Detail: JSON.stringify({ sub, version }),
  };
}

/** @throws an error that occurs before a call is sent, such as missing credentials, or is a bug */
function codeOf(error: unknown): string {
  if (error instanceof EventBridgeServiceException) {
    return error.name;
  }
  if (failureOf(error) !== 'outcome-unknown') {
    throw error;
  }
  return 'no-response';
}
