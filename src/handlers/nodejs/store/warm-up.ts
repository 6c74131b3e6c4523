import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { client } from './client';
import { toAttributes } from './item';
import { WARM_UP_KEY } from './profile-key';
import { withTimeLimit } from '../aws/time-limit';

/** A small part of the 10 s that Lambda gives the initialization. */
const WARM_UP_MS = 1_000;

/**
 * Reads an item that does not exist, as a request would read a profile, so that the connection is open and the code compiled.
 *
 * Eventually consistent, for half the price.
 */
export async function warmUp(tableName: string): Promise<void> {
  const command = new GetItemCommand({ TableName: tableName, Key: toAttributes({ ...WARM_UP_KEY }) });
  await withTimeLimit(WARM_UP_MS, async (abortSignal) => client.send(command, { abortSignal }));
}
