import { AttributeValue, DeleteItemCommand, DynamoDBClient, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Client } from './client';
import { keyOf, ProfileKey, requestOf } from '../../test/handlers/contract';
import { ContractRequest, Service } from '../../test/handlers/run-case';
import type { HttpApiResponse } from '../../test/support/handler-process';
import { Journey } from '../local/journey';

/** A deployed service for the user of a token, and that user's item in its table. */
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

  /** Where the user's profile is to be. */
  public get key(): ProfileKey {
    return keyOf(this.sub, this.environment);
  }

  public async put(item: Record<string, AttributeValue>): Promise<void> {
    await this.dynamodb.send(new PutItemCommand({ TableName: this.table, Item: item }), { abortSignal: this.signal });
  }

  /** Removes the user's item, so that one user does for all cases. */
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

/** MiniStack has no header with the request id, so a problem's is only held to be there. */
function requestIdOf(body: string | undefined): string {
  const { requestId } = body === undefined ? {} as { requestId?: string } : JSON.parse(body);
  return requestId || 'a request id';
}
