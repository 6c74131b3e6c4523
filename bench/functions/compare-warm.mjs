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
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const { file, events, requests, rounds } = JSON.parse(readFileSync(0, 'utf8'));
const handlers = await import(pathToFileURL(file).href);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.DYNAMODB_TABLE;
const { Item } = await client.send(new GetCommand({ TableName, Key: { pk: 'USERS#ALL', sk: 'USER#bench' } }));
const Key = { pk: Item.pk, sk: Item.sk };

const get = () => client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
const update = (ReturnValues) => client.send(new UpdateCommand({
  TableName,
  Key,
  UpdateExpression: 'SET #data = :data, #version = :version, #updated = :now, #created = if_not_exists(#created, :now)',
  ExpressionAttributeNames: { '#data': 'profile_data', '#version': 'version', '#created': 'created_at', '#updated': 'updated_at' },
  ExpressionAttributeValues: { ':data': Item.profile_data, ':version': Item.version, ':now': Item.updated_at },
  ReturnValues,
}));
/** The calls that a handler makes. */
const CALLS = {
  GET: get,
  // To tell when the profile was created.
  POST: () => update('ALL_NEW'),
  PATCH: async () => {
    await get();
    await update('NONE');
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
