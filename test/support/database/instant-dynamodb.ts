import { once } from 'events';
import { createServer, IncomingMessage, RequestListener, Server } from 'http';
import { createServer as createTlsServer } from 'https';
import { AddressInfo } from 'net';
import { json } from 'stream/consumers';
import { functionEnvironment } from './dynamodb';
import { Certificate } from '../faults/certificates';

/** Items and expressions, as DynamoDB's JSON has them. */
type Json = any;

/**
 * Stands in for DynamoDB where the emulator is too slow, or loses what DynamoDB keeps: it holds one item, takes all that the
 * handlers write, and checks nothing.
 */
export class InstantDynamoDb {
  /** @param certificate for HTTPS; without it, the API speaks HTTP */
  public static async start(item?: Json, certificate?: Certificate): Promise<InstantDynamoDb> {
    const database = new InstantDynamoDb(item, certificate);
    database.server.listen(0, '127.0.0.1');
    await once(database.server, 'listening');
    return database;
  }

  private readonly server: Server;

  private constructor(public item?: Json, private readonly certificate?: Certificate) {
    const answer: RequestListener = async (request, response) => {
      response.end(JSON.stringify(this.answer(operationOf(request), await json(request))));
    };
    this.server = certificate ? createTlsServer({ ...certificate }, answer) : createServer(answer);
  }

  /** The environment of a function that was deployed with the defaults and calls this API. */
  public get environment(): Record<string, string> {
    const scheme = this.certificate ? 'https' : 'http';
    return functionEnvironment(`${scheme}://127.0.0.1:${(this.server.address() as AddressInfo).port}`, 'Profiles');
  }

  public async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private answer(operation: string, { Key, ExpressionAttributeValues: values, ReturnValues }: Json): Json {
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
          created_at: values[':created'] ?? this.item?.created_at ?? values[':now'],
          updated_at: values[':now'],
        };
        return ReturnValues === 'ALL_NEW' ? { Attributes: this.item } : {};
    }
  }
}

function operationOf(request: IncomingMessage): string {
  return String(request.headers['x-amz-target']).replace(/^.*\./, '');
}
