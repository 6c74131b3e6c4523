import { LocalAws, REGION } from './local-aws';

/**
 * Calls of the local AWS by the local command.
 *
 * Not with the AWS SDK, because its clients would be the largest part of the package. The local AWS checks no signature: only the service in
 * the credential scope has an effect, as it decides where a request goes.
 */

/** An error response of the local AWS. */
export class AwsError extends Error {
  public override readonly name = 'AwsError';

  constructor(operation: string, public readonly code: string, message: string) {
    super(`${operation} failed: ${code}: ${message}`);
  }
}

/**
 * Calls an operation of Cognito user pools.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/
 */
export async function callCognito<Output>(aws: LocalAws, operation: string, input: object, signal: AbortSignal): Promise<Output> {
  return callJson(aws, 'cognito-idp', 'AWSCognitoIdentityProviderService', operation, input, signal);
}

/**
 * Calls an operation of CloudWatch Logs.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/
 */
export async function callLogs<Output>(aws: LocalAws, operation: string, input: object, signal: AbortSignal): Promise<Output> {
  return callJson(aws, 'logs', 'Logs_20140328', operation, input, signal);
}

/**
 * Sends a request to API Gateway.
 *
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/
 */
export async function callApiGateway<Output>(
  { endpoint }: LocalAws,
  method: 'GET' | 'PATCH',
  path: string,
  signal: AbortSignal,
  input?: object,
): Promise<Output> {
  return call(`${method} ${path}`, endpoint + path, {
    method,
    headers: { 'authorization': authorization('apigateway'), 'content-type': 'application/json' },
    body: input && JSON.stringify(input),
    signal,
  });
}

/** Calls an operation of a service with the protocol AWS JSON 1.1. */
async function callJson<Output>(
  { endpoint }: LocalAws,
  service: string,
  target: string,
  operation: string,
  input: object,
  signal: AbortSignal,
): Promise<Output> {
  return call(operation, endpoint, {
    method: 'POST',
    headers: {
      'authorization': authorization(service),
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${target}.${operation}`,
    },
    body: JSON.stringify(input),
    signal,
  });
}

async function call<Output>(operation: string, url: string, request: RequestInit): Promise<Output> {
  const response = await fetch(url, request);
  const output: any = await response.json();
  if (!response.ok) {
    throw new AwsError(operation, String(output.__type ?? response.status), output.message ?? JSON.stringify(output));
  }
  return output;
}

function authorization(service: string): string {
  return `AWS4-HMAC-SHA256 Credential=test/20260101/${REGION}/${service}/aws4_request, SignedHeaders=host, Signature=none`;
}
