import { randomBytes } from 'crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { fromItem, toAttribute } from './item';
import { unavailableOr } from './unavailable';
import { JsonObject } from '../rules/json';
import { Profile, ProfileKey } from '../rules/profile';

const CONNECT_TIMEOUT_MS = 1_000;
const ANSWER_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** So that all attempts, each as slow as may be, stay within the time of the request. */
const MAX_ATTEMPTS = 2;

// At module scope, so that warm invocations reuse its connections.
const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: ANSWER_TIMEOUT_MS,
      // Without it the request timeout only warns.
      throwOnRequestTimeout: true,
    },
  }),
  // The default makes a BigInt of, or throws for, a number that another writer stored with more digits than a double has.
  { unmarshallOptions: { wrapNumbers: Number } },
);

/** Keeps profiles in one DynamoDB table. */
export class ProfileStore {
  constructor(private readonly tableName: string) {}

  /** Reads a profile as the last write left it. */
  public async read(key: ProfileKey): Promise<Profile | undefined> {
    const { Item } = await unavailableOr(() => client.send(
      new GetCommand({ TableName: this.tableName, Key: key, ConsistentRead: true }),
      { abortSignal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) },
    ));
    return Item && fromItem(Item);
  }

  /** Creates the profile or replaces its data. */
  public async replace(key: ProfileKey, profileData: JsonObject): Promise<Profile> {
    const { Attributes } = await unavailableOr(() => client.send(
      new UpdateCommand({
        TableName: this.tableName,
        Key: key,
        UpdateExpression: 'SET #data = :data, #version = :version, #created = if_not_exists(#created, :now), #updated = :now',
        ExpressionAttributeNames: {
          '#data': 'profile_data',
          '#version': 'version',
          '#created': 'created_at',
          '#updated': 'updated_at',
        },
        ExpressionAttributeValues: {
          ':data': toAttribute(profileData),
          ':version': randomBytes(16).toString('hex'),
          ':now': new Date().toISOString(),
        },
        ReturnValues: 'ALL_NEW',
      }),
      { abortSignal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) },
    ));
    return fromItem(Attributes!);
  }
}
