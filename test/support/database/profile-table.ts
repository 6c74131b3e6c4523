import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { LocalDynamoDb } from './dynamodb';

/** A stored profile. */
export interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly profile_data: Record<string, unknown>;
  readonly version: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Where a user's profile is, in a table that is not partitioned. */
export function keyOf(sub: string): Pick<Item, 'pk' | 'sk'> {
  return { pk: 'USERS#ALL', sk: `USER#${sub}` };
}

/** The table as another writer uses it, in plain values. */
export class ProfileTable {
  private readonly client: DynamoDBDocumentClient;
  private readonly tableName: string;

  constructor({ endpoint, environment }: LocalDynamoDb) {
    this.tableName = environment.DYNAMODB_TABLE;
    this.client = DynamoDBDocumentClient.from(new DynamoDBClient({
      endpoint,
      region: environment.AWS_REGION,
      credentials: { accessKeyId: environment.AWS_ACCESS_KEY_ID, secretAccessKey: environment.AWS_SECRET_ACCESS_KEY },
    }));
  }

  public async get(sub: string): Promise<Item | undefined> {
    const { Item } = await this.client.send(new GetCommand({ TableName: this.tableName, Key: keyOf(sub), ConsistentRead: true }));
    return Item as Item | undefined;
  }

  /** Stores a profile; nothing erases what is there. */
  public async put(sub: string, item: Item | undefined): Promise<void> {
    await (item
      ? this.client.send(new PutCommand({ TableName: this.tableName, Item: item }))
      : this.client.send(new DeleteCommand({ TableName: this.tableName, Key: keyOf(sub) })));
  }

  public stop(): void {
    this.client.destroy();
  }
}
