import { randomUUID } from 'crypto';
import { once } from 'events';
import { createServer, RequestListener, Server } from 'http';
import { AddressInfo } from 'net';
import { json } from 'stream/consumers';
import { setTimeout as sleep } from 'timers/promises';
import { HANDLERS, profileEvent } from '../support/client/profile-client';
import { functionEnvironment } from '../support/database/dynamodb';
import { HandlerProcess } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';

/** The answer of DynamoDB to a read of an item that does not exist. */
const nothing: RequestListener = (_, response) => response.end('{}');
const denied: RequestListener = (_, response) => {
  response.writeHead(400).end('{"__type":"com.amazonaws.dynamodb.v20120810#AccessDeniedException","message":"secret detail"}');
};
/** Longer than a connection may be idle. */
const IDLE_MS = 3_200;

/** Stands in for DynamoDB and counts what arrives. */
class CountingServer {
  public static async start(answer: RequestListener): Promise<CountingServer> {
    const server = new CountingServer(answer);
    server.server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return server;
  }

  public connections = 0;
  public readonly calls: { readonly target: unknown; readonly input: any }[] = [];
  private readonly server: Server;

  private constructor(answer: RequestListener) {
    this.server = createServer(async (request, response) => {
      this.calls.push({ target: request.headers['x-amz-target'], input: await json(request) });
      answer(request, response);
    });
    this.server.keepAliveTimeout = 60_000;
    this.server.on('connection', () => this.connections++);
  }

  public get environment(): Record<string, string> {
    return functionEnvironment(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`, 'Profiles');
  }

  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describeEachLanguage((language) => {
  let server: CountingServer;
  let handlers: HandlerProcess;

  async function start(answer: RequestListener, environment: Record<string, string> = {}): Promise<string> {
    server = await CountingServer.start(answer);
    handlers = HandlerProcess.start(language, { ...server.environment, ...environment });
    return handlers.loaded();
  }

  async function statusOfGet(): Promise<number> {
    const { response } = await handlers.invoke(HANDLERS.GET, profileEvent({ method: 'GET' }, randomUUID()));
    return response.statusCode;
  }

  afterEach(async () => {
    await handlers.stop();
    server.stop();
  });

  test('a function that starts reads an item once that no user has, eventually consistent', async () => {
    expect(await start(nothing)).toBe('');
    expect(server.calls).toEqual([{
      target: 'DynamoDB_20120810.GetItem',
      input: { TableName: 'Profiles', Key: { pk: { S: 'WARM-UP' }, sk: { S: 'WARM-UP' } } },
    }]);
  });

  test('the first request takes the same connection', async () => {
    await start(nothing);
    expect(await statusOfGet()).toBe(404);
    expect(server.connections).toBe(1);
  });

  test('a request long after the start opens a new connection, because DynamoDB may have closed the first', async () => {
    await start(nothing);
    await sleep(IDLE_MS);
    expect(await statusOfGet()).toBe(404);
    expect(server.connections).toBe(2);
  });

  test('where the read is denied, the function starts, the log has the kind of the error only, and a request fails by itself', async () => {
    const log = await start(denied);
    expect(JSON.parse(log)).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'WARN',
      event: 'warm-up-failed',
      exception: expect.stringMatching(/^\w+$/),
    });
    expect(await statusOfGet()).toBe(500);
  });

  test.each([
    ['DynamoDB does not respond', () => undefined, {}, 1],
    ['there are no credentials', nothing, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' }, 0],
    ['there is no table', nothing, { DYNAMODB_TABLE: '' }, 0],
  ] as [string, RequestListener, Record<string, string>, number][])('where %s, the function starts after one attempt', async (_, answer, environment, calls) => {
    expect(JSON.parse(await start(answer, environment))).toMatchObject({ level: 'WARN', event: 'warm-up-failed' });
    expect(server.calls).toHaveLength(calls);
  });

  test('where the endpoint is not found, a request reports it', async () => {
    const log = await start(nothing, { AWS_ENDPOINT_URL: 'http://dynamodb.invalid' });
    expect(JSON.parse(log)).toMatchObject({ level: 'WARN', event: 'warm-up-failed' });
    expect(await statusOfGet()).toBe(503);
  });
});
