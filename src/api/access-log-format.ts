import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';

/**
 * One JSON object for each request to the API: no path, no header, no token, no claim, no body.
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
