import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { client } from './client';
import { toAttributes } from './item';
import { tombstone } from './tombstone';
import { RequestBudget } from '../aws/request-budget';
import { ProfileKey } from '../domain/profile';

/**
 * Replaces the profile, if any, with a tombstone, which DynamoDB deletes when no token of the user is valid any longer.
 *
 * Can be repeated, because no other write replaces a tombstone.
 *
 * @param timeToLiveAttribute the attribute after whose time DynamoDB deletes an item
 * @throws Problem `unavailable`
 */
export async function eraseProfile(budget: RequestBudget, tableName: string, key: ProfileKey, timeToLiveAttribute: string): Promise<void> {
  const command = new PutItemCommand({
    TableName: tableName,
    Item: toAttributes({ ...key, ...tombstone(new Date(), timeToLiveAttribute) }),
  });
  await budget.repeatable((abortSignal) => client.send(command, { abortSignal }));
}
