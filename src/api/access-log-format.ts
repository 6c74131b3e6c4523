/**
 * The format of the access log: one JSON object for each request, without path, headers, tokens, claims and body.
 *
 * The values are IDs, numbers, times, addresses and names. None is a message, such as `$context.error.message` or
 * `$context.authorizer.error`: API Gateway documents no escaping, so a quotation mark or a backslash in a message could break the line.
 * `$context.error.messageString` is quoted, but without an error its value is a bare `-`, which is not JSON. All variables are in quotes
 * because each of them can be `-`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 * @see https://github.com/DataBiosphere/azul/issues/4348
 */
export const ACCESS_LOG_FORMAT = JSON.stringify({
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
  // A name such as UNAUTHORIZED or THROTTLED.
  errorType: '$context.error.responseType',
});
