import { once } from 'events';
import { Server } from 'http';
import { AddressInfo } from 'net';
import { AttributeValue, CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

/** What Lambda sets of a function's environment for its AWS SDK; nothing here checks the credentials. */
export const LOCAL_CREDENTIALS = {
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
};

/** A DynamoDB API on a free port of loopback, with a table of profiles. */
export class LocalDynamoDb {
  /** Starts the API and makes the table. */
  public static async start(): Promise<LocalDynamoDb> {
    const server = dynalite({ createTableMs: 0 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const database = new LocalDynamoDb(server);
    await database.createTable();
    return database;
  }

  public readonly tableName = 'Profiles';
  public readonly endpoint: string;
  private readonly client: DynamoDBClient;

  private constructor(private readonly server: Server) {
    this.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.client = new DynamoDBClient({
      endpoint: this.endpoint,
      region: LOCAL_CREDENTIALS.AWS_REGION,
      credentials: { accessKeyId: LOCAL_CREDENTIALS.AWS_ACCESS_KEY_ID, secretAccessKey: LOCAL_CREDENTIALS.AWS_SECRET_ACCESS_KEY },
    });
  }

  /** The environment in which a handler calls this API. */
  public get environment(): Record<string, string> {
    return { ...LOCAL_CREDENTIALS, AWS_ENDPOINT_URL: this.endpoint };
  }

  /** Stores an item as it is, in DynamoDB's own JSON. */
  public async put(item: Record<string, AttributeValue>): Promise<void> {
    await this.client.send(new PutItemCommand({ TableName: this.tableName, Item: item }));
  }

  /** Reads a profile in DynamoDB's own JSON. */
  public async get(sub: string): Promise<Record<string, AttributeValue> | undefined> {
    const { Item } = await this.client.send(new GetItemCommand({
      TableName: this.tableName,
      Key: { pk: { S: 'USERS#ALL' }, sk: { S: `USER#${sub}` } },
      ConsistentRead: true,
    }));
    return Item;
  }

  public async stop(): Promise<void> {
    this.client.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async createTable(): Promise<void> {
    await this.client.send(new CreateTableCommand({
      TableName: this.tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
    }));
  }
}
