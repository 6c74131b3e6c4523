import { setImmediate as nextTurn } from 'timers/promises';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { agents, closeIdleConnections } from '../store/connections';
import { transportError } from '../store/failures';
import { DynamoDBResponse, readResponse } from '../store/response';

/** The EventBridge client. It is at module scope, so that warm invocations reuse its connections. */
export const client = makeClient();

function makeClient(): EventBridgeClient {
  const made = new EventBridgeClient({
    credentials: fromEnv(),
    maxAttempts: 1,
    requestHandler: { ...agents, connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
  made.middlewareStack.add((send) => async (args) => {
    closeIdleConnections();
    await nextTurn();
    const result = await send(args).catch((cause: unknown) => {
      throw transportError(cause);
    });
    const response = result.response as DynamoDBResponse;
    return { ...result, response: { ...response, body: await readResponse(response) } };
  }, { name: 'exchange', step: 'deserialize', priority: 'low' });
  made.middlewareStack.remove('loggerMiddleware');
  return made;
}
