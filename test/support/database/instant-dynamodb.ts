import { once } from 'events';
import { createServer, IncomingMessage, Server } from 'http';
import { AddressInfo } from 'net';
import { json } from 'stream/consumers';
import { functionEnvironment } from './dynamodb';

/** Items and expressions, as DynamoDB's JSON has them. */
type Json = any;

/**
 * Stands in for DynamoDB where the emulator is too slow, or loses what DynamoDB keeps: it holds one item, takes all that the
 * handlers write, and checks nothing.
 */
export class InstantDynamoDb {
  public static async start(item?: Json): Promise<InstantDynamoDb> {
    const database = new InstantDynamoDb(item);
    database.server.listen(0, '127.0.0.1');
    await once(database.server, 'listening');
    return database;
  }

  private readonly server: Server;

  private constructor(public item?: Json) {
    this.server = createServer(async (request, response) => {
      response.end(JSON.stringify(this.answer(operationOf(request), await json(request))));
    });
  }

  /** The environment of a function that was deployed with the defaults and calls this API. */
  public get environment(): Record<string, string> {
    return functionEnvironment(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`, 'Profiles');
  }

  public async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private answer(operation: string, { Key, ExpressionAttributeValues: values }: Json): Json {
    switch (operation) {
      case 'GetItem':
        return { Item: this.item };
      case 'DeleteItem':
        this.item = undefined;
        return {};
      default:
        this.item = {
          ...Key,
          profile_data: values[':data'],
          version: values[':version'],
          created_at: this.item?.created_at ?? values[':now'],
          updated_at: values[':now'],
        };
        return { Attributes: this.item };
    }
  }
}

function operationOf(request: IncomingMessage): string {
  return String(request.headers['x-amz-target']).replace(/^.*\./, '');
}
