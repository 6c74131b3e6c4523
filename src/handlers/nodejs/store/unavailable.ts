import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { SdkError } from '@smithy/types';
import { Problem } from '../rules/problem';

/**
 * Calls DynamoDB.
 *
 * @throws Problem `unavailable` when DynamoDB throttles, times out, breaks off or fails; any other error as it is
 */
export async function unavailableOr<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isOutage(error as SdkError)) {
      throw new Problem('unavailable');
    }
    throw error;
  }
}

function isOutage(error: SdkError): boolean {
  return isThrottlingError(error) || isTransientError(error) || isServerError(error)
    || error.name === 'AbortError'
    // The SDK saw no answer of DynamoDB's: the connection broke.
    || (error.$metadata !== undefined && error.$metadata.httpStatusCode === undefined);
}
