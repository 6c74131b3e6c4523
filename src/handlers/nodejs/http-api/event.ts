/**
 * The members of an API Gateway event that the handlers use, in payload format 2.0 or 1.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface HttpApiEvent {
  /** Format 2.0: the method and the path of the route. */
  readonly routeKey?: string;
  /** Format 1.0. */
  readonly httpMethod?: string;
  /** Format 1.0: the path of the route, with the names of its parameters. */
  readonly resource?: string;
  /** Format 2.0 joins the values of a repeated header with commas. Format 1.0 has the last one only. */
  readonly headers?: Readonly<Record<string, string | undefined>> | null;
  /** Format 1.0. */
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null;
  /** The values of the parameters in the path of the route. */
  readonly pathParameters?: Readonly<Record<string, string | undefined>> | null;
  /** Format 2.0 joins the values of a repeated parameter with commas. Format 1.0 has the last one only. */
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null;
  /** Format 1.0. */
  readonly multiValueQueryStringParameters?: Readonly<Record<string, readonly string[] | undefined>> | null;
  readonly body?: string | null;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly authorizer?: {
      /** Format 2.0. */
      readonly jwt?: { readonly claims?: Claims | null } | null;
      /** Format 1.0. */
      readonly claims?: Claims | null;
    } | null;
  };
}

type Claims = Readonly<Record<string, unknown>>;
