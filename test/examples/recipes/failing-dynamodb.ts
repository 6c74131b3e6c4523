import { once } from 'events';
import { createServer, RequestListener, Server } from 'http';
import { AddressInfo } from 'net';
import { errorAnswer, send } from '../../support/faults/faults';

/** How DynamoDB can fail, by name. */
export const FAILURES: Record<string, RequestListener> = {
  'denies access': refuse(400, 'AccessDeniedException'),
  'has no such table': refuse(400, 'ResourceNotFoundException'),
  'throttles': refuse(400, 'ProvisionedThroughputExceededException'),
  'fails': refuse(500, 'InternalServerError'),
  'does not answer': () => undefined,
  'closes the connection': (request) => request.socket.destroy(),
};

/** A DynamoDB API that fails each call in the same way. */
export class FailingDynamoDb {
  public static async start(failure: RequestListener): Promise<FailingDynamoDb> {
    const server = createServer(failure);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FailingDynamoDb(server);
  }

  private constructor(private readonly server: Server) {}

  public get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

function refuse(status: number, type: string): RequestListener {
  return (_, response) => send(response, errorAnswer(status, type));
}
