/** The part of API Gateway's events that the tests make; the handlers have their own idea of it. */
export type HttpApiEvent = Record<string, unknown>;

/** A request as a client sends it. */
export interface HttpRequest {
  readonly method: string;
  readonly headers?: Record<string, string>;
  readonly body?: RequestBody;
}

/** API Gateway hands some bodies over as text and others in base64, by their media type; the handlers take either. */
export type RequestBody = { readonly text: string } | { readonly base64: string };

/** What API Gateway makes of the token: its claims. */
export type Claims = Record<string, unknown>;

export type PayloadFormat = '2.0' | '1.0';

const PATH = '/user/profile';

/**
 * The event that API Gateway makes of a request.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpApiEvent(format: PayloadFormat, request: HttpRequest, claims: Claims, requestId: string): HttpApiEvent {
  const body = encodeBody(request.body);
  return format === '2.0' ? format2(request, claims, requestId, body) : format1(request, claims, requestId, body);
}

function format2({ method, headers }: HttpRequest, claims: Claims, requestId: string, body: EncodedBody): HttpApiEvent {
  return {
    version: '2.0',
    routeKey: `${method} ${PATH}`,
    rawPath: PATH,
    rawQueryString: '',
    // Format 2.0 has names in lower case.
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      authorizer: { jwt: { claims, scopes: null } },
      domainName: 'api-id.execute-api.us-east-1.amazonaws.com',
      http: { method, path: PATH, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'agent' },
      requestId,
      routeKey: `${method} ${PATH}`,
      stage: '$default',
    },
    ...body,
  };
}

function format1({ method, headers }: HttpRequest, claims: Claims, requestId: string, body: EncodedBody): HttpApiEvent {
  return {
    version: '1.0',
    resource: PATH,
    path: PATH,
    httpMethod: method,
    headers: headers ?? {},
    multiValueHeaders: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, [value]])),
    queryStringParameters: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      authorizer: { claims, scopes: null },
      httpMethod: method,
      path: PATH,
      requestId,
      resourcePath: PATH,
      stage: '$default',
    },
    ...body,
  };
}

interface EncodedBody {
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

function encodeBody(body: RequestBody | undefined): EncodedBody {
  if (!body) {
    return { isBase64Encoded: false };
  }
  return 'text' in body ? { body: body.text, isBase64Encoded: false } : { body: body.base64, isBase64Encoded: true };
}
