/**
 * Compares warm invocations of the Node.js handlers with the calls of the SDK that they make, in the same process.
 *
 * Standard input has {file, events, requests, rounds}, where `events` has an event for each method. Takes turns: so many requests
 * to a handler, then as many times the calls, and so on. The last line of standard output has the CPU times of each round in
 * milliseconds by method: [handler, calls].
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

const { file, events, requests, rounds } = JSON.parse(readFileSync(0, 'utf8'));
const handlers = await import(pathToFileURL(file).href);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.DYNAMODB_TABLE;
const { Item } = await client.send(new GetCommand({ TableName, Key: { pk: 'USERS#ALL', sk: 'USER#bench' } }));
const Key = { pk: Item.pk, sk: Item.sk };

const get = () => client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
const put = () => client.send(new PutCommand({ TableName, Item }));
/** What a handler without any checks of its own would call. */
const CALLS = {
  GET: get,
  POST: put,
  PATCH: async () => {
    await get();
    await put();
  },
  DELETE: () => client.send(new DeleteCommand({ TableName, Key })),
};
const HANDLERS = { GET: handlers.read, POST: handlers.replace, PATCH: handlers.update, DELETE: handlers.delete };

async function cpuMs(run) {
  const before = process.cpuUsage();
  for (let request = 0; request < requests; request += 1) {
    await run();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / requests;
}

// The handlers write their log to standard output.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;

const result = {};
for (const [method, event] of Object.entries(events)) {
  const invoke = async () => {
    const { statusCode, body } = await HANDLERS[method](event, {});
    if (statusCode >= 300) {
      throw new Error(`${method} returned ${statusCode}: ${body}`);
    }
  };
  result[method] = [];
  // The first rounds are those in which V8 compiles.
  for (let round = -5; round < rounds; round += 1) {
    const pair = [await cpuMs(invoke), await cpuMs(CALLS[method])];
    if (round >= 0) {
      result[method].push(pair);
    }
  }
}
write(`\n${JSON.stringify(result)}\n`, () => process.exit());
