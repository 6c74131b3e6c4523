import { AttributeValue, DeleteItemCommand, DynamoDBClient, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Client } from './client';
import { Journey } from '../../scripts/lib/user/journey';
import { ContractRequest, keyOf, ProfileKey, requestOf } from '../handlers/contract';
import { Service } from '../handlers/run-case';
import type { HttpApiResponse } from '../support/drivers/handler-process';

/** A deployed service, used by the user of a token, and that user's item in its table. */
export class UserService implements Service {
  public static async of(
    { aws, signal }: Journey,
    client: Client,
    token: string,
    environment: Record<string, string>,
  ): Promise<UserService> {
    const dynamodb = new DynamoDBClient(aws);
    const { TableNames: [table] = [] } = await dynamodb.send(new ListTablesCommand(), { abortSignal: signal });
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
    return new UserService(client, dynamodb, table, sub, environment, signal);
  }

  private constructor(
    private readonly client: Client,
    private readonly dynamodb: DynamoDBClient,
    private readonly table: string,
    public readonly sub: string,
    public readonly environment: Record<string, string>,
    private readonly signal: AbortSignal,
  ) {}

  /** The key of the user's profile. */
  public get key(): ProfileKey {
    return keyOf(this.sub, this.environment);
  }

  public async put(item: Record<string, AttributeValue>): Promise<void> {
    await this.dynamodb.send(new PutItemCommand({ TableName: this.table, Item: item }), { abortSignal: this.signal });
  }

  /** Deletes the user's item, so that all cases can share one user. */
  public async erase(): Promise<void> {
    const { pk, sk } = this.key;
    const command = new DeleteItemCommand({ TableName: this.table, Key: { pk: { S: pk }, sk: { S: sk } } });
    await this.dynamodb.send(command, { abortSignal: this.signal });
  }

  public async send(request: ContractRequest): Promise<{ response: HttpApiResponse; requestId: string }> {
    const response = await this.client.send(requestOf(request, 'base64'));
    return { response, requestId: requestIdOf(response.body) };
  }
}

/** Returns the request ID in a problem. MiniStack sends it nowhere else, so only its presence is checked. */
function requestIdOf(body: string | undefined): string {
  const { requestId } = body === undefined ? {} as { requestId?: string } : JSON.parse(body);
  return requestId || 'a request ID';
}
