/** How a call of an AWS service failed, by what the caller does next. */
export type Failure =
  /** The condition of a write did not hold; nothing was written. */
  | 'condition'
  /** The service refused the call; nothing was written. The call can be retried. */
  | 'throttled'
  /** No response, an incomplete one, or an internal error of the service. A write may have taken effect, or may still do so. */
  | 'outcome-unknown'
  /** The call is invalid because of a bug or the configuration. */
  | 'defect';

/** A response that is incomplete or not from the service, so that the outcome of the call is unknown. */
export class InvalidResponse extends Error {
  public override readonly name = 'InvalidResponse';
}

/** A call without a response. */
export class NoResponse extends Error {
  public override readonly name = 'NoResponse';
}

/**
 * A call that was not sent because the server certificate is not trusted.
 *
 * This is a configuration error. A retry does not help, so the response must not be 503.
 */
export class CertificateRefused extends Error {
  public override readonly name = 'CertificateRefused';
}

/** The condition of a write did not hold. */
const CONDITION = 'ConditionalCheckFailedException';

/**
 * Error codes of calls that the service did not execute and that can be retried.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
const THROTTLED: ReadonlySet<string> = new Set([
  // DynamoDB: a limit of the table or the account is reached, or there is a conflict with a transaction or
  // a write in another Region.
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionConflictException',
  'ReplicatedWriteConflictException',
  // Codes that both SDKs treat as throttling, for any service.
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
  // The signature has expired or is not yet valid, because of clock skew or because the function was frozen after signing.
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
]);

/** The message tells whether the time of the signature or the credentials are invalid. */
const INVALID_SIGNATURE = 'InvalidSignatureException';
const SIGNATURE_TIME = /^Signature (expired|not yet current)/;

/** Codes with a status below 500 that both SDKs treat as service failures. */
const SERVICE_FAILURES: ReadonlySet<string> = new Set(['IDPCommunicationError', 'RequestTimeout', 'RequestTimeoutException']);

/**
 * Error codes of Node.js for certificates that it does not accept.
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
  // Any other certificate error.
  'UNSPECIFIED',
]);

/** Wraps any error of the HTTP client. There is no complete list of the errors of the system, TLS and HTTP. */
export function transportError(cause: unknown): Error {
  const { code } = cause as NodeJS.ErrnoException;
  return CERTIFICATE_REFUSED.has(code) ? new CertificateRefused(code, { cause }) : new NoResponse(code, { cause });
}

/**
 * Classifies an error by its source: the HTTP client, an invalid response, or an error response of the service.
 *
 * Any other error occurs before a call is sent, such as missing credentials, or is a bug.
 */
export function failureOf(error: unknown): Failure {
  if (isOfService(error)) {
    return failureOfCode(error.name, error.message, error.$metadata.httpStatusCode);
  }
  return error instanceof NoResponse || error instanceof InvalidResponse || isUnreadable(error) ? 'outcome-unknown' : 'defect';
}

/** An error response of a service. The clients of the SDK share its class, but don't export it. */
interface ServiceError extends Error {
  readonly $fault: 'client' | 'server';
  readonly $metadata: { readonly httpStatusCode: number };
}

function isOfService(error: unknown): error is ServiceError {
  return error instanceof Error && '$fault' in error;
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

/** Whether the SDK could not parse a successful response. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SyntaxError || (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 200;
}
