import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { InvalidResponse } from './response';

/** How a call of DynamoDB failed, as far as that matters for what to do next. */
export type Failure =
  /** The condition of a write did not hold; nothing was written. */
  | 'condition'
  /** DynamoDB turned the call away; nothing was done. */
  | 'throttled'
  /** No answer, half of one, or an error on DynamoDB's side; a write may have taken effect, or may yet do so. */
  | 'outcome-unknown'
  /** The call is wrong: a defect or a wrong deployment. */
  | 'defect';

/** A call that got no answer. */
export class NoResponse extends Error {
  public override readonly name = 'NoResponse';
}

/**
 * A call that was not sent, because the certificate of the peer is not to be trusted.
 *
 * It is a wrong deployment: a certificate gets no better by another attempt, and 503 would ask the client for one.
 */
export class CertificateRefused extends Error {
  public override readonly name = 'CertificateRefused';
}

/** The condition of a write did not hold. */
const CONDITION = 'ConditionalCheckFailedException';

/**
 * Codes that say that DynamoDB did nothing and that the call may be sent again.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
const THROTTLED: ReadonlySet<string> = new Set([
  // Of GetItem, UpdateItem and DeleteItem: the table or the account has reached a limit, or another writer has the item, in a
  // transaction or in another Region.
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionConflictException',
  'ReplicatedWriteConflictException',
  // What both SDKs take for throttling, of whatever service.
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'TooManyRequestsException',
  'TransactionInProgressException',
  // The signature was too old or too new, because a clock was wrong or the function was frozen after it signed.
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
]);

/** Says the same of the time of a signature, and else that the credentials are wrong. */
const INVALID_SIGNATURE = 'InvalidSignatureException';
const SIGNATURE_TIME = /^Signature (expired|not yet current)/;

/** Codes of a status below 500 that both SDKs take for a failure of the service. */
const SERVICE_FAILURES: ReadonlySet<string> = new Set(['IDPCommunicationError', 'RequestTimeout', 'RequestTimeoutException']);

/**
 * Codes that Node.js gives where it does not accept a certificate.
 *
 * @see https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const CERTIFICATE_REFUSED: ReadonlySet<string | undefined> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CRL_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CRL_LAST_UPDATE_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  // Any that Node.js has no code for.
  'UNSPECIFIED',
]);

/** What the HTTP client threw, whatever it is: there is no list of all that the system, TLS and HTTP have. */
export function transportError(cause: unknown): Error {
  const { code } = cause as NodeJS.ErrnoException;
  return CERTIFICATE_REFUSED.has(code) ? new CertificateRefused(code, { cause }) : new NoResponse(code, { cause });
}

/**
 * Tells how a call of DynamoDB failed.
 *
 * Errors are told apart by where they come from, so that none is left out: the HTTP client got no answer, or one that does not
 * fit, or DynamoDB answered an error. Anything else comes before a call is sent, such as missing credentials, or is a defect.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof DynamoDBServiceException) {
    return failureOfCode(error.name, error.message, error.$metadata.httpStatusCode!);
  }
  return error instanceof NoResponse || error instanceof InvalidResponse || isUnreadable(error) ? 'outcome-unknown' : 'defect';
}

function failureOfCode(code: string, message: string, status: number): Failure {
  if (code === CONDITION) {
    return 'condition';
  }
  if (THROTTLED.has(code) || status === 429 || (code === INVALID_SIGNATURE && SIGNATURE_TIME.test(message))) {
    return 'throttled';
  }
  return SERVICE_FAILURES.has(code) || status === 408 || status >= 500 ? 'outcome-unknown' : 'defect';
}

/** Whether the SDK could make nothing of an answer without error. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SyntaxError || (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 200;
}
