import { AttributeValue, QueryCommand, QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { client } from './client';
import { ListSource, Position } from './cursor';
import { fromItem, toAttributes } from './item';
import { partitionKey, SORT_KEY_PREFIX } from './profile-key';
import { sizeOf } from './size';
import { NOT_ERASED } from './tombstone';
import { InvalidResponse } from '../aws/failures';
import { RequestBudget } from '../aws/request-budget';
import { Profile } from '../domain/profile';

/** A part of the list of profiles. */
export interface Page {
  readonly profiles: readonly Profile[];
  /** Where the next page starts. Undefined at the end of the list. */
  readonly next?: Position;
}

/**
 * The maximum size of the profiles of a page in DynamoDB, in bytes, unless the first one is larger.
 *
 * JSON text in a response of Lambda can be seven times as large: a control character takes 1 byte in DynamoDB, and `\\u0001` in the response,
 * which can have 6 MB.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_PAGE_BYTES = 512 * 1024;
/** The maximum number of queries for a page, so that a list with many empty partitions does not use up the time of the request. */
const MAX_QUERIES = 100;

/**
 * Reads a page of the list of all profiles, with strongly consistent reads.
 *
 * The order is that of the partition numbers, and within a partition that of the sort keys. Writes between two pages don't change it.
 *
 * @param limit the maximum number of profiles
 * @throws Problem `unavailable`
 */
export async function listProfiles(source: ListSource, limit: number, start: Position): Promise<Page> {
  const budget = new RequestBudget();
  const profiles: Profile[] = [];
  let bytes = 0;
  let position = start;
  for (let queries = 0; queries < MAX_QUERIES && profiles.length < limit && position.partition < source.userPartitions; queries++) {
    const { partition } = position;
    const { Items, LastEvaluatedKey } = await query(budget, source, position, limit - profiles.length);
    for (const profile of Items.map(fromItem)) {
      bytes += sizeOf(profile.profile_data);
      if (profiles.length > 0 && bytes > MAX_PAGE_BYTES) {
        return { profiles, next: position };
      }
      profiles.push(profile);
      position = { partition, after: subOf(profile.sk) };
    }
    position = LastEvaluatedKey ? { partition, after: subOf(LastEvaluatedKey.sk.S!) } : { partition: partition + 1 };
  }
  return { profiles, next: position.partition < source.userPartitions ? position : undefined };
}

async function query(budget: RequestBudget, source: ListSource, { partition, after }: Position, limit: number): Promise<Items> {
  const { tableName, userPartitions } = source;
  const pk = partitionKey(partition, userPartitions);
  const command = new QueryCommand({
    TableName: tableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    FilterExpression: NOT_ERASED,
    ExpressionAttributeValues: toAttributes({ ':pk': pk, ':prefix': SORT_KEY_PREFIX }),
    ExclusiveStartKey: after === undefined ? undefined : toAttributes({ pk, sk: SORT_KEY_PREFIX + after }),
    Limit: limit,
    ConsistentRead: true,
  });
  return budget.repeatable(async (abortSignal) => requireItems(await client.send(command, { abortSignal })));
}

type Items = QueryCommandOutput & { readonly Items: Record<string, AttributeValue>[] };

/** Without items, it would seem that the list ends. */
function requireItems(response: QueryCommandOutput): Items {
  const { Items } = response;
  if (!Items) {
    throw new InvalidResponse('The response has no items.');
  }
  return { ...response, Items };
}

function subOf(sortKey: string): string {
  return sortKey.slice(SORT_KEY_PREFIX.length);
}
