import { setImmediate as nextTurn } from 'timers/promises';
import { DynamoDBClient, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-dynamodb';
import { DeserializeMiddleware } from '@smithy/types';
import { DynamoDBResponse, readResponse } from './response';
import { agents, closeIdleConnections } from './connections';
import { transportError } from './failures';

/** Makes the client of DynamoDB; a function has one, at module scope, so that warm invocations reuse its connections. */
export function makeClient(): DynamoDBClient {
  const client = new DynamoDBClient({
    // What may be repeated depends on what it does; see `RequestBudget`.
    maxAttempts: 1,
    requestHandler: {
      ...agents,
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      // Without it the request timeout only warns.
      throwOnRequestTimeout: true,
    },
  });
  // Of low priority, so that it stands between the HTTP client and what makes an output of the answer.
  client.middlewareStack.add(exchange, { name: 'exchange', step: 'deserialize', priority: 'low' });
  // It copies every input and output, value by value, even for a logger that writes nothing.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

/** Sends a request and gets all of its answer. */
const exchange: DeserializeMiddleware<ServiceInputTypes, ServiceOutputTypes> = (send) => async (args) => {
  closeIdleConnections();
  // A connection that DynamoDB closed while the function was frozen would be taken for a good one until that is read.
  await nextTurn();
  const result = await send(args).catch((cause: unknown) => {
    throw transportError(cause);
  });
  const answer = result.response as DynamoDBResponse;
  return { ...result, response: { ...answer, body: await readResponse(answer) } };
};
