import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { SdkError } from '@smithy/types';

/** How a call of DynamoDB failed, as far as that matters for what to do next. */
export type Failure =
  /** The condition of a write did not hold; nothing was written. */
  | 'condition'
  /** DynamoDB turned the call away; nothing was done. */
  | 'throttled'
  /** No answer, half of one, or an error on DynamoDB's side; a write may have taken effect, or may yet do so. */
  | 'unclear'
  /** The call is wrong: a defect or a wrong deployment. */
  | 'defect';

/** Another writer has the item in a transaction. */
const TRANSACTION_CONFLICT = 'TransactionConflictException';

/** Tells how a call of DynamoDB failed. */
export function failureOf(error: SdkError): Failure {
  if (error instanceof ConditionalCheckFailedException) {
    return 'condition';
  }
  if (isThrottlingError(error) || error.name === TRANSACTION_CONFLICT) {
    return 'throttled';
  }
  const unclear = isTransientError(error) || isServerError(error) || error.name === 'AbortError'
    // The SDK saw no answer of DynamoDB's: the connection broke.
    || (error.$metadata !== undefined && error.$metadata.httpStatusCode === undefined)
    // The answer was not what it said: a cut body, which may have told of an error.
    || error instanceof SyntaxError || error.$metadata?.httpStatusCode === 200;
  return unclear ? 'unclear' : 'defect';
}
