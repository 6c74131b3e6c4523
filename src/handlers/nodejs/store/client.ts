import { setImmediate as nextTurn } from 'timers/promises';
import { DynamoDBClient, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-dynamodb';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { DeserializeMiddleware } from '@smithy/types';
import { agents, closeIdleConnections } from './connections';
import { transportError } from './failures';
import { DynamoDBResponse, readResponse } from './response';

/** Sends a request and reads the complete response. */
const exchange: DeserializeMiddleware<ServiceInputTypes, ServiceOutputTypes> = (send) => async (args) => {
  closeIdleConnections();
  // Let Node.js process pending socket events. Otherwise it reuses a connection that DynamoDB closed while the function was frozen.
  await nextTurn();
  const result = await send(args).catch((cause: unknown) => {
    throw transportError(cause);
  });
  const response = result.response as DynamoDBResponse;
  return { ...result, response: { ...response, body: await readResponse(response) } };
};

/** The DynamoDB client. It is at module scope, so that warm invocations reuse its connections. */
export const client = makeClient();

function makeClient(): DynamoDBClient {
  const made = new DynamoDBClient({
    // Lambda puts the credentials of a function into its environment. The bundle has no other provider.
    credentials: fromEnv(),
    // `RequestBudget` retries, because only some calls are safe to retry.
    maxAttempts: 1,
    requestHandler: {
      ...agents,
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      // By default, the request timeout only logs a warning.
      throwOnRequestTimeout: true,
    },
  });
  // The low priority places it between the HTTP client and the deserializer.
  made.middlewareStack.add(exchange, { name: 'exchange', step: 'deserialize', priority: 'low' });
  // The logger middleware copies every input and output, even if the logger is disabled.
  made.middlewareStack.remove('loggerMiddleware');
  return made;
}
