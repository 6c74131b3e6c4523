import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const { TABLE, USER_PARTITIONS } = process.env;
// Cognito waits 5 seconds, for the start of the function and this.
const LIMIT_MILLISECONDS = 2_500;

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 3 }));

/** Adds the plan of the user to the access token. A failure is logged; the token then has no claim. */
export async function handler(event) {
  try {
    const plan = await readPlan(event.request.userAttributes.sub);
    if (typeof plan === 'string') {
      event.response.claimsAndScopeOverrideDetails = { accessTokenGeneration: { claimsToAddOrOverride: { plan } } };
    }
  } catch (error) {
    console.error('claims-not-added', event.userName, error.name);
  }
  return event;
}

async function readPlan(sub) {
  const { Item } = await documents.send(
    new GetCommand({
      TableName: TABLE,
      Key: { pk: partitionKey(sub), sk: `USER#${sub}` },
      ConsistentRead: true,
      ProjectionExpression: '#data.#plan',
      ExpressionAttributeNames: { '#data': 'profile_data', '#plan': 'plan' },
    }),
    { abortSignal: AbortSignal.timeout(LIMIT_MILLISECONDS) },
  );
  return Item?.profile_data?.plan;
}

function partitionKey(sub) {
  const partitions = Number(USER_PARTITIONS);
  return partitions === 1 ? 'USERS#ALL' : `USERS#${createHash('sha256').update(sub).digest().readUIntBE(0, 6) % partitions}`;
}
