import { callsOf } from './change-events/calls';
import { Change, changeOf } from './change-events/change';
import { Failure, putEvents } from './change-events/event-bus';
import { BatchResponse, StreamEvent } from './change-events/stream-event';
import { requireEnv } from './environment';
import { writeLine } from './log-line';
import { Environment } from '../../api/environment';

/** The time for all calls of an invocation, in seconds. It leaves time for the rest within the function's timeout. */
const INVOCATION_SECONDS = 9.5;
/** The time for one call: 1 s to connect and 3 s for the complete response. */
const CALL_MS = 4_000;

/**
 * Sends an event for each change of a profile in a batch of the table's stream.
 *
 * Stops at the first failure. Lambda then sends that record and the later ones again, so that no event of a user overtakes another.
 */
export async function publish({ Records }: StreamEvent): Promise<BatchResponse> {
  const changes = Records.flatMap((record) => changeOf(record) ?? []);
  const failure = await firstFailure(requireEnv(Environment.EVENT_BUS), changes);
  if (!failure) {
    return { batchItemFailures: [] };
  }
  const { code, change: { sequenceNumber } } = failure;
  // No value of the profile, and not the user either: the record in the stream has them.
  writeLine('ERROR', { event: 'publish-failed', error: code, sequenceNumber });
  return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] };
}

async function firstFailure(eventBus: string, changes: readonly Change[]): Promise<Failure | undefined> {
  // In seconds since the process started, which is a monotonic clock.
  const deadline = process.uptime() + INVOCATION_SECONDS;
  for (const call of callsOf(changes)) {
    const remaining = 1000 * (deadline - process.uptime());
    const failure = remaining > 0 ? await putEvents(eventBus, call, Math.min(CALL_MS, remaining)) : { change: call[0], code: 'out-of-time' };
    if (failure) {
      return failure;
    }
  }
  return undefined;
}
