import { randomUUID } from 'crypto';
import { once } from 'events';
import { Server } from 'http';
import { AddressInfo } from 'net';
import {
  AttributeValue, CreateTableCommand, DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand, waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

const REGION = 'us-east-1';
/** Nothing here checks them. */
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** What Lambda and the construct set of a function's environment. */
export function functionEnvironment(endpoint: string, tableName: string): Record<string, string> {
  return {
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL: endpoint,
    DYNAMODB_TABLE: tableName,
    MAX_PROFILE_SIZE: '65536',
    USER_PARTITIONS: '1',
  };
}

/** A DynamoDB API, on a free port of loopback or the one that TEST_DYNAMODB_ENDPOINT names, with a table of profiles. */
export class LocalDynamoDb {
  /** Starts the API, where none is named, and makes the table. */
  public static async start(): Promise<LocalDynamoDb> {
    const named = process.env.TEST_DYNAMODB_ENDPOINT;
    const database = named ? new LocalDynamoDb(named) : await LocalDynamoDb.startServer();
    await database.createTable(database.tableName);
    return database;
  }

  private static async startServer(): Promise<LocalDynamoDb> {
    const server = dynalite({ createTableMs: 0 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new LocalDynamoDb(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
  }

  /** Its own, because others may use the same API. */
  public readonly tableName = `Profiles-${randomUUID()}`;
  private readonly client: DynamoDBClient;

  private constructor(public readonly endpoint: string, private readonly server?: Server) {
    this.client = new DynamoDBClient({ endpoint: this.endpoint, region: REGION, credentials: CREDENTIALS });
  }

  /** The environment of a function that was deployed with the defaults and calls this API. */
  public get environment(): Record<string, string> {
    return functionEnvironment(this.endpoint, this.tableName);
  }

  /** Stores an item as it is, in DynamoDB's own JSON. */
  public async put(item: Record<string, AttributeValue>, tableName = this.tableName): Promise<void> {
    await this.client.send(new PutItemCommand({ TableName: tableName, Item: item }));
  }

  /** Reads a profile in DynamoDB's own JSON. */
  public async get(sub: string): Promise<Record<string, AttributeValue> | undefined> {
    return this.getItem({ pk: 'USERS#ALL', sk: `USER#${sub}` });
  }

  /** Reads an item in DynamoDB's own JSON. */
  public async getItem({ pk, sk }: { pk: string; sk: string }, tableName = this.tableName): Promise<Record<string, AttributeValue> | undefined> {
    const { Item } = await this.client.send(new GetItemCommand({
      TableName: tableName,
      Key: { pk: { S: pk }, sk: { S: sk } },
      ConsistentRead: true,
    }));
    return Item;
  }

  /** Removes the item of a user. */
  public async remove(sub: string): Promise<void> {
    await this.client.send(new DeleteItemCommand({ TableName: this.tableName, Key: { pk: { S: 'USERS#ALL' }, sk: { S: `USER#${sub}` } } }));
  }

  /** Makes another table of profiles, for a list that must have no others. Returns its name. */
  public async createAnotherTable(): Promise<string> {
    const tableName = `Profiles-${randomUUID()}`;
    await this.createTable(tableName);
    return tableName;
  }

  public async stop(): Promise<void> {
    this.client.destroy();
    if (this.server) {
      this.server.close();
      await once(this.server, 'close');
    }
  }

  private async createTable(tableName: string): Promise<void> {
    await this.client.send(new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }, { AttributeName: 'sk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
    }));
    await waitUntilTableExists({ client: this.client, minDelay: 1, maxDelay: 1, maxWaitTime: 30 }, { TableName: tableName });
  }
}
