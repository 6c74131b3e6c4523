import { Publisher } from './publisher';

/** What Lambda does with a batch. */
export interface Reading {
  /** How many records the batch has at most. */
  readonly size: number;
  /** Whether the response of the function gets lost, as when it times out. Lambda then sends the batch again. */
  readonly isLost: boolean;
}

/**
 * Gives the records of a shard to the function as Lambda does, until it has published all: in order, and again from the first that failed.
 *
 * @param readings what is done with the first batches; the others have all records that remain, up to ten
 * @returns what the function logged
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export async function readStream(publisher: Publisher, records: readonly Record<string, any>[], readings: readonly Reading[]): Promise<string> {
  const remaining = [...readings];
  let position = 0;
  let logs = '';
  while (position < records.length) {
    const { size, isLost } = remaining.shift() ?? { size: 10, isLost: false };
    const batch = records.slice(position, position + size);
    const { response, log } = await publisher.publish(batch);
    logs += log;
    if (!isLost) {
      position += publishedOf(batch, response.batchItemFailures);
    }
  }
  return logs;
}

/** The number of records before the first that failed. */
function publishedOf(batch: readonly Record<string, any>[], failures: readonly { readonly itemIdentifier: string }[]): number {
  if (failures.length === 0) {
    return batch.length;
  }
  const indexes = failures.map(({ itemIdentifier }) => batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier));
  if (indexes.includes(-1)) {
    throw new Error('The function reports the failure of a record that is not in the batch.');
  }
  return Math.min(...indexes);
}
