import { randomUUID } from 'crypto';
import fc from 'fast-check';
import { HANDLERS } from './contract';
import { keptObjects } from './json-arbitraries';
import { httpApiEvent } from '../support/client/http-api-event';
import { LocalDynamoDb } from '../support/database/dynamodb';
import { HandlerProcess, HttpApiResponse } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';

/** The same cases in every run. */
const SETTINGS = { seed: 20261122, numRuns: 150 };

describeEachLanguage((language) => {
  let database: LocalDynamoDb;
  let handlers: HandlerProcess;
  /** Python reads what Node.js wrote, and the other way round. */
  let node: HandlerProcess;

  beforeAll(async () => {
    database = await LocalDynamoDb.start();
    handlers = HandlerProcess.start(language, database.environment);
    node = language === 'nodejs' ? handlers : HandlerProcess.start('nodejs', database.environment);
  });

  afterAll(async () => {
    await handlers.stop();
    await node.stop();
    await database.stop();
  });

  test('all that is accepted reads back equal, whichever language reads it', async () => {
    const pairs = language === 'nodejs' ? [[node, node]] : [[handlers, handlers], [handlers, node], [node, handlers]];
    await fc.assert(fc.asyncProperty(keptObjects(), async (object) => {
      const text = JSON.stringify(object);
      for (const [writer, reader] of pairs) {
        const sub = randomUUID();
        expectProfile(await send(writer, sub, 'POST', text), text);
        expectProfile(await send(reader, sub, 'GET'), text);
      }
    }), SETTINGS);
  }, 60_000);
});

function expectProfile({ statusCode, body }: HttpApiResponse, text: string): void {
  const data = body && JSON.parse(body).profile_data;
  expect({ statusCode, data }).toEqual({ statusCode: 200, data: JSON.parse(text, withoutMinusZero) });
}

/** JSON has -0, DynamoDB has not. */
function withoutMinusZero(_: string, value: unknown): unknown {
  return value === 0 ? 0 : value;
}

async function send(handlers: HandlerProcess, sub: string, method: string, text?: string): Promise<HttpApiResponse> {
  const request = {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: text === undefined ? undefined : { base64: Buffer.from(text).toString('base64') },
  };
  return (await handlers.invoke(HANDLERS[method], httpApiEvent('2.0', request, { sub }, randomUUID()))).response;
}
