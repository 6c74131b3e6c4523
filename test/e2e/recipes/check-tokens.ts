import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expectEqual } from './expectations';
import { Journey } from '../../../scripts/lib/user/journey';
import { signIn } from '../../../scripts/lib/user/sign-in';
import { keyOf } from '../../handlers/contract';
import { Checks } from '../checks';

/** Reads the claim that the trigger adds to access tokens. */
export async function checkTokens(checks: Checks, journey: Journey, token: string, tableName: string): Promise<void> {
  journey.report.heading('Profile fields in tokens');
  await checks.check('The access token has the plan of the profile', async () => {
    expectEqual('The claim', claimsOf(token).plan, 'free');
  }, () => 'free');
  await upgrade(journey, String(claimsOf(token).sub), tableName);
  const next = await signIn(journey);
  await checks.check('After a change of the plan, the next token has it', async () => {
    expectEqual('The claim', claimsOf(next).plan, 'paid');
  }, () => 'paid');
}

/** Writes the plan, as a back end does. */
async function upgrade({ aws, signal }: Journey, sub: string, tableName: string): Promise<void> {
  const { pk, sk } = keyOf(sub, { USER_PARTITIONS: '1' });
  await new DynamoDBClient(aws).send(new UpdateItemCommand({
    TableName: tableName,
    Key: { pk: { S: pk }, sk: { S: sk } },
    UpdateExpression: 'SET #data.#plan = :plan, #version = :version',
    ExpressionAttributeNames: { '#data': 'profile_data', '#plan': 'plan', '#version': 'version' },
    ExpressionAttributeValues: { ':plan': { S: 'paid' }, ':version': { S: 'of-the-back-end' } },
  }), { abortSignal: signal });
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
}
