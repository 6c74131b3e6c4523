import { randomUUID } from 'crypto';
import { once } from 'events';
import { createServer, RequestListener, Server } from 'http';
import { AddressInfo } from 'net';
import { httpApiEvent } from '../support/client/http-api-event';
import { functionEnvironment } from '../support/database/dynamodb';
import { HandlerProcess, Invocation } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';

/** The time that a request may take, DynamoDB's included. */
const REQUEST_TIME_MS = 10_000;

const dynamoDbError = (status: number, type: string): RequestListener => (_, response) => {
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'secret detail' }));
};

/** What DynamoDB may do to a call. */
const OUTAGES: [string, RequestListener][] = [
  ['throttles', dynamoDbError(400, 'ThrottlingException')],
  ['throttles the table', dynamoDbError(400, 'ProvisionedThroughputExceededException')],
  ['fails', dynamoDbError(500, 'InternalServerError')],
  ['is not available', dynamoDbError(503, 'ServiceUnavailable')],
  ['answers no JSON', (_, response) => response.writeHead(500).end('<html>')],
  ['breaks the connection off', (request) => request.socket.destroy()],
  ['never answers', () => undefined],
];

describeEachLanguage((language) => {
  describe.each(OUTAGES)('when DynamoDB %s', (_, listener) => {
    test('every method answers 503 in time, with when to try again', async () => {
      const server = await serve(listener);
      try {
        // Side by side, because the slow outages take their time.
        await Promise.all(['read', 'replace', 'update', 'delete'].map((handler) => expectUnavailable(handler, server)));
      } finally {
        server.closeAllConnections();
        server.close();
      }
    }, REQUEST_TIME_MS + 5_000);
  });

  test('when DynamoDB denies the call, the answer is 500, and the log tells the kind of the error only', async () => {
    const server = await serve(dynamoDbError(400, 'AccessDeniedException'));
    const { response, log } = await invoke('read', server);
    server.close();

    expect(response.statusCode).toBe(500);
    expect(JSON.parse(log)).toMatchObject({ level: 'ERROR', status: 500, error: 'internal-error', exception: expect.any(String), stack: expect.any(Array) });
    expect(response.body + log).not.toContain('secret');
  });

  test('when the function has no credentials, the answer is 500', async () => {
    const server = await serve(dynamoDbError(500, 'InternalServerError'));
    const { response } = await invoke('read', server, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' });
    server.close();

    expect(response.statusCode).toBe(500);
  });

  async function expectUnavailable(handler: string, server: Server): Promise<void> {
    const { response, log } = await invoke(handler, server);
    expect(JSON.parse(log).durationMs).toBeLessThan(REQUEST_TIME_MS);
    expect(response).toMatchObject({ statusCode: 503, headers: { 'Retry-After': '1', 'Cache-Control': 'no-store' } });
    expect(JSON.parse(log)).toMatchObject({ level: 'ERROR', status: 503, error: 'unavailable' });
    expect(response.body + log).not.toContain('secret');
  }

  /** Invokes a handler in a process of its own that takes the server for DynamoDB. */
  async function invoke(handler: string, server: Server, environment: Record<string, string> = {}): Promise<Invocation> {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const handlers = HandlerProcess.start(language, { ...functionEnvironment(endpoint, 'Profiles'), ...environment });
    try {
      return await handlers.invoke(handler, event(handler));
    } finally {
      await handlers.stop();
    }
  }
});

async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function event(handler: string) {
  const request = {
    read: { method: 'GET' },
    replace: { method: 'POST', body: { text: '{}' } },
    update: { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: { text: '{}' } },
    delete: { method: 'DELETE' },
  }[handler]!;
  return httpApiEvent('2.0', request, { sub: randomUUID() }, randomUUID());
}
