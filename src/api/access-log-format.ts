import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';

/**
 * The format of the access log: one JSON object for each request, without path, headers, tokens, claims and body.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export const ACCESS_LOG_FORMAT = AccessLogFormat.custom(JSON.stringify({
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  routeKey: '$context.routeKey',
  status: '$context.status',
  protocol: '$context.protocol',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  integrationRequestId: '$context.integration.requestId',
  authorizerError: '$context.authorizer.error',
  errorMessage: '$context.error.message',
  integrationErrorMessage: '$context.integrationErrorMessage',
}));
