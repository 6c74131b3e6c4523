import { createHash, randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const { TABLE, USER_PARTITIONS } = process.env;
// Cognito waits 5 seconds, for the start of the function and this.
const LIMIT_MILLISECONDS = 2_500;

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 3 }));

/** Creates the profile of a user who has signed up. A failure is logged; it does not stop the sign-up. */
export async function handler(event) {
  try {
    // The other event of this trigger is that of a password reset.
    if (event.triggerSource === 'PostConfirmation_ConfirmSignUp') {
      await createProfile(event.request.userAttributes);
    }
  } catch (error) {
    console.error('profile-not-created', event.userName, error.name);
  }
  return event;
}

/** The first profile of a user. It must be valid for the `profileSchema`. */
function firstProfile({ name }) {
  return name === undefined ? { plan: 'free' } : { plan: 'free', name };
}

async function createProfile(attributes) {
  const now = new Date().toISOString();
  const item = {
    pk: partitionKey(attributes.sub),
    sk: `USER#${attributes.sub}`,
    profile_data: firstProfile(attributes),
    version: randomBytes(16).toString('hex'),
    created_at: now,
    updated_at: now,
  };
  try {
    await documents.send(
      new PutCommand({ TableName: TABLE, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
      { abortSignal: AbortSignal.timeout(LIMIT_MILLISECONDS) },
    );
  } catch (error) {
    // The profile exists, or the account is erased: the event was delivered before.
    if (error.name !== 'ConditionalCheckFailedException') {
      throw error;
    }
  }
}

function partitionKey(sub) {
  const partitions = Number(USER_PARTITIONS);
  return partitions === 1 ? 'USERS#ALL' : `USERS#${createHash('sha256').update(sub).digest().readUIntBE(0, 6) % partitions}`;
}
