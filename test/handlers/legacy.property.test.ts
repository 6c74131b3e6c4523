import { randomUUID } from 'crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { attributeMaps, attributes } from './attribute-arbitraries';
import { jsonByHand, normalized, patchedByHand } from './attributes-by-hand';
import { HANDLERS } from './contract';
import { JsonObject, JsonValue } from '../../src/handlers/nodejs/domain/json';
import { httpApiEvent } from '../support/client/http-api-event';
import { LocalDynamoDb } from '../support/database/dynamodb';
import { InstantDynamoDb } from '../support/database/instant-dynamodb';
import { HandlerProcess } from '../support/drivers/handler-process';
import { describeEachLanguage } from '../support/drivers/languages';
import { answerOfNode } from '../support/drivers/rules-process';
import { codeDirectory, RUNTIMES, synthesize } from '../support/stacks/synth';

/** The same cases in every run. */
const SETTINGS = { seed: 20261122, numRuns: 150 };
const TIMEOUT_MS = 120_000;

/** Only a back end writes `kept`, here and within `a`. */
const SCHEMA = { properties: { kept: { readOnly: true }, a: { properties: { kept: { readOnly: true } } } } };

interface Answer {
  readonly status: number;
  readonly data?: JsonValue;
}

let database: LocalDynamoDb;

beforeAll(async () => {
  database = await LocalDynamoDb.start();
});

afterAll(async () => {
  await database.stop();
});

/** Both languages are held against the same expectations, so they agree. */
describeEachLanguage((language) => {
  let handlers: HandlerProcess;
  let withSchema: HandlerProcess;

  beforeAll(() => {
    handlers = HandlerProcess.start(language, database.environment);
    const { stack, template } = synthesize({ runtime: RUNTIMES[language], profileSchema: { type: 'object', ...SCHEMA } });
    const [{ Properties: create }] = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'profile.replace' } }));
    const { PROFILE_SCHEMA } = create.Environment.Variables;
    withSchema = HandlerProcess.start(language, { ...database.environment, PROFILE_SCHEMA }, codeDirectory(stack, create));
  });

  afterAll(async () => {
    await handlers.stop();
    await withSchema.stop();
  });

  test('an item of another writer is read as the nearest JSON, and what a request does not name stays as it is stored', async () => {
    // An object of the patch may meet any attribute.
    const values = fc.constantFrom(null, 1, 'x', [0.5], { a: 1 }, { b: { N: null } });
    const patches = fc.dictionary(fc.constantFrom('a', 'b', 'N', 'new'), values, { maxKeys: 3 });
    const profileData = fc.oneof({ weight: 4, arbitrary: attributeMaps }, { weight: 1, arbitrary: attributes });
    await fc.assert(fc.asyncProperty(profileData, patches, async (given, patch) => {
      const sub = randomUUID();
      const before = await store(sub, given);
      expect(await send(handlers, sub, 'GET')).toEqual(profileOf(before));

      const patched = patchedByHand(before, patch as JsonObject);
      expect(await send(handlers, sub, 'PATCH', JSON.stringify(patch))).toEqual(profileOf(patched));
      expect(normalized(await stored(sub))).toEqual(normalized(patched));
      expect(await send(handlers, sub, 'GET')).toEqual(profileOf(patched));

      expect(await send(handlers, sub, 'POST', '{"n":1}')).toEqual({ status: 200, data: { n: 1 } });
      expect(await stored(sub)).toEqual({ M: { n: { N: '1' } } });
      expect(await send(handlers, sub, 'DELETE')).toEqual({ status: 204 });
    }), SETTINGS);
  }, TIMEOUT_MS);

  test('a read-only property stays as it is stored', async () => {
    await fc.assert(fc.asyncProperty(attributes, attributeMaps, async (kept, others) => {
      const sub = randomUUID();
      const before = await store(sub, { M: { ...others.M, kept, a: { M: { kept, other: { S: '' } } } } });
      const { kept: asStored, a: { M: { kept: asStoredWithin } } } = before.M as any;

      const posted = { M: { n: { N: '1' }, kept: asStored, a: { M: { kept: asStoredWithin } } } };
      expect(await send(withSchema, sub, 'POST', '{"n":1}')).toEqual(profileOf(posted));
      expect(normalized(await stored(sub))).toEqual(normalized(posted));

      const patched = patchedByHand(posted, { n: 2, a: { n: null } });
      expect(await send(withSchema, sub, 'PATCH', '{"n":2,"a":{"n":null}}')).toEqual(profileOf(patched));
      expect(normalized(await stored(sub))).toEqual(normalized(patched));

      // Sent equal, or refused where the API would not take the value from anyone.
      const text = JSON.stringify({ kept: jsonByHand(asStored) });
      const problem = 'problem' in answerOfNode('readProfileData', text);
      expect(await send(withSchema, sub, 'POST', text)).toEqual(problem ? { status: 400 } : profileOf({ M: { kept: asStored, a: posted.M.a } }));
      if (!problem) {
        expect(normalized(await stored(sub))).toEqual(normalized({ M: { kept: asStored, a: posted.M.a } }));
      }
      expect(await send(withSchema, sub, 'PATCH', '{"kept":"other"}')).toEqual({ status: 422 });
      expect(await send(withSchema, sub, 'POST', '{"kept":"other"}')).toEqual({ status: 422 });
    }), SETTINGS);
  }, TIMEOUT_MS);

  test('a read-only property that PATCH names with an equal value stays as it is stored', async () => {
    const sub = randomUUID();
    const kept: AttributeValue = { M: { set: { SS: ['x'] }, number: { N: '0.1234567890123456789' }, bytes: { B: Buffer.from('x') } } };
    const before = await store(sub, { M: { kept } });
    const equal = JSON.stringify({ kept: jsonByHand(before.M!.kept), n: 1 });
    expect(await send(withSchema, sub, 'PATCH', equal)).toEqual({ status: 200, data: JSON.parse(equal) });
    expect(normalized(await stored(sub))).toEqual(normalized({ M: { kept: before.M!.kept, n: { N: '1' } } }));
  });

  test('profiles grow to the size limit by what is stored, not by what is read', async () => {
    const sub = randomUUID();
    // 38 digits take 20 bytes, and the nearest double, 12345678901234567, takes 10.
    const given = await store(sub, { M: { list: { L: Array.from({ length: 3_000 }, () => ({ N: '12345678901234567890123456789012345678' })) } } });
    expect(await send(handlers, sub, 'PATCH', JSON.stringify({ text: 'x'.repeat(2_600) }))).toEqual({ status: 413 });
    expect(normalized(await stored(sub))).toEqual(normalized(given));
  });

  // By a server that tells and takes all of it, as the emulator loses the key.
  test('a key `__proto__`, and an empty one, is read and kept', async () => {
    const profileData = '{"M":{"__proto__":{"M":{"__proto__":{"SS":["x"]},"a":{"N":"1"}}},"constructor":{"S":"c"},"":{"S":"e"}}}';
    const read = '{"__proto__":{"__proto__":["x"],"a":1},"constructor":"c","":"e"}';
    const server = await InstantDynamoDb.start({ pk: { S: 'p' }, sk: { S: 's' }, profile_data: JSON.parse(profileData) });
    const process = HandlerProcess.start(language, server.environment);
    try {
      // As texts, because assertions may overlook the key.
      expect(JSON.stringify(await send(process, randomUUID(), 'GET'))).toBe(`{"status":200,"data":${read}}`);
      expect((await send(process, randomUUID(), 'PATCH', '{"b":1}')).status).toBe(200);
      expect(JSON.stringify(server.item.profile_data)).toBe(profileData.replace(/}}$/, ',"b":{"N":"1"}}}'));
    } finally {
      await process.stop();
      await server.stop();
    }
  });
});

/** Stores profile data as another writer, and gives what DynamoDB made of it. */
async function store(sub: string, profileData: AttributeValue): Promise<AttributeValue> {
  await database.put({ pk: { S: 'USERS#ALL' }, sk: { S: `USER#${sub}` }, profile_data: profileData });
  return stored(sub);
}

async function stored(sub: string): Promise<AttributeValue> {
  return (await database.get(sub))!.profile_data;
}

function profileOf(profileData: AttributeValue): Answer {
  return { status: 200, data: jsonByHand(profileData) };
}

async function send(handlers: HandlerProcess, sub: string, method: string, body?: string): Promise<Answer> {
  const request = { method, headers: { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : { text: body } };
  const { response } = await handlers.invoke(HANDLERS[method], httpApiEvent('2.0', request, { sub }, randomUUID()));
  return response.statusCode === 200 ? { status: 200, data: JSON.parse(response.body!).profile_data } : { status: response.statusCode };
}
