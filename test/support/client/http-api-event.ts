import { routeOf } from './routes';

/** The part of API Gateway's events that the tests make; the handlers have their own idea of it. */
export type HttpApiEvent = Record<string, unknown>;

/** A request as a client sends it. */
export interface HttpRequest {
  readonly method: string;
  /**
   * The path, with the query string, if any.
   *
   * @default - the path of the signed-in user's profile
   */
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: RequestBody;
}

/** API Gateway hands some bodies over as text and others in base64, by their media type; the handlers take either. */
export type RequestBody = { readonly text: string } | { readonly base64: string };

/** What API Gateway makes of the token: its claims. */
export type Claims = Record<string, unknown>;

export type PayloadFormat = '2.0' | '1.0';

export const PROFILE_PATH = '/user/profile';

/**
 * The event that API Gateway makes of a request.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpApiEvent(format: PayloadFormat, request: HttpRequest, claims: Claims, requestId: string): HttpApiEvent {
  const [path, query = ''] = (request.path ?? PROFILE_PATH).split('?');
  const { route, parameters } = routeOf(request.method, path);
  const target = { path, query, pattern: route.path, parameters: Object.keys(parameters).length > 0 ? parameters : undefined };
  const body = encodeBody(request.body);
  return format === '2.0' ? format2(request, target, claims, requestId, body) : format1(request, target, claims, requestId, body);
}

/** What a request is for. */
interface Target {
  readonly path: string;
  readonly query: string;
  /** The path of the route. */
  readonly pattern: string;
  /** The values of the parameters in the path, if it has any. */
  readonly parameters?: Record<string, string>;
}

function format2({ method, headers }: HttpRequest, target: Target, claims: Claims, requestId: string, body: EncodedBody): HttpApiEvent {
  const { path, query, pattern, parameters } = target;
  return {
    version: '2.0',
    routeKey: `${method} ${pattern}`,
    rawPath: path,
    rawQueryString: query,
    // Format 2.0 has names in lower case.
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    // Format 2.0 joins the values of a repeated parameter.
    ...(query && { queryStringParameters: mapValues(parametersOf(query), (values) => values.join(',')) }),
    ...(parameters && { pathParameters: parameters }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      authorizer: { jwt: { claims, scopes: null } },
      domainName: 'api-id.execute-api.us-east-1.amazonaws.com',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'agent' },
      requestId,
      routeKey: `${method} ${pattern}`,
      stage: '$default',
    },
    ...body,
  };
}

function format1({ method, headers }: HttpRequest, target: Target, claims: Claims, requestId: string, body: EncodedBody): HttpApiEvent {
  const { path, query, pattern, parameters } = target;
  const queryParameters = parametersOf(query);
  return {
    version: '1.0',
    resource: pattern,
    path,
    httpMethod: method,
    headers: headers ?? {},
    multiValueHeaders: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, [value]])),
    queryStringParameters: query ? mapValues(queryParameters, (values) => values.at(-1)!) : null,
    multiValueQueryStringParameters: query ? queryParameters : null,
    pathParameters: parameters ?? null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      authorizer: { claims, scopes: null },
      httpMethod: method,
      path,
      requestId,
      resourcePath: pattern,
      stage: '$default',
    },
    ...body,
  };
}

/** The decoded values of each parameter of a query string. */
function parametersOf(query: string): Record<string, string[]> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]));
}

function mapValues<T, U>(values: Record<string, T>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
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
