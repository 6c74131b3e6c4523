import { setImmediate as nextTurn } from 'timers/promises';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { Client } from '@smithy/types';
import { agents, closeIdleConnections } from './connections';
import { transportError } from './failures';
import { AwsResponse, readResponse } from './response';

/** The settings of each client. */
export const CLIENT_SETTINGS = {
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
};

/**
 * Makes a client of the SDK send each request on a fresh connection, and read the complete response.
 *
 * @param mayBeEmpty whether the service has operations that return an empty body
 */
export function exchangeCompletely<C extends Client<any, any, any>>(client: C, mayBeEmpty = false): C {
  const { middlewareStack } = client;
  middlewareStack.add((send) => async (args) => {
    closeIdleConnections();
    // Let Node.js process pending socket events. Otherwise it reuses a connection that the service closed while the function was frozen.
    await nextTurn();
    const result = await send(args).catch((cause: unknown) => {
      throw transportError(cause);
    });
    const response = result.response as AwsResponse;
    return { ...result, response: { ...response, body: await readResponse(response, mayBeEmpty) } };
    // The low priority places it between the HTTP client and the deserializer.
  }, { name: 'exchange', step: 'deserialize', priority: 'low' });
  // The logger middleware copies every input and output, even if the logger is disabled.
  middlewareStack.remove('loggerMiddleware');
  return client;
}
