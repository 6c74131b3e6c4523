import { AttributeValue, DynamoDBClient, ListTablesCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { Failure } from '../../../scripts/lib/command/failure';
import { localAws } from '../../../scripts/lib/local-aws/local-aws';

/** Other code that uses the table of a service with one profile. */
export class BackEnd {
  private readonly client: DynamoDBClient;

  constructor(endpoint: string) {
    this.client = new DynamoDBClient(localAws(endpoint));
  }

  /** Stores a number in the profile. */
  public async storeNumber(name: string, digits: string): Promise<void> {
    const { TableName, item: { pk, sk } } = await this.read();
    await this.client.send(new UpdateItemCommand({
      TableName,
      Key: { pk, sk },
      UpdateExpression: 'SET profile_data.#name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':value': { N: digits } },
    }));
  }

  /** Returns the digits of a number of the profile. */
  public async numberOf(name: string): Promise<string | undefined> {
    const { item } = await this.read();
    return item.profile_data.M?.[name]?.N;
  }

  private async read(): Promise<{ TableName: string; item: Record<string, AttributeValue> }> {
    const { TableNames: [TableName] = [] } = await this.client.send(new ListTablesCommand());
    const { Items: [item, ...others] = [] } = await this.client.send(new ScanCommand({ TableName }));
    if (item === undefined || others.length > 0) {
      throw new Failure(`The table ${TableName} has ${item ? 1 + others.length : 0} profiles instead of 1.`);
    }
    return { TableName, item };
  }
}
