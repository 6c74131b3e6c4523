/**
 * What the handlers read of an event of API Gateway, of payload format 2.0 or 1.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface HttpApiEvent {
  /** Format 2.0: method and path of the route. */
  readonly routeKey?: string;
  /** Format 1.0. */
  readonly httpMethod?: string;
  /** Format 1.0. */
  readonly path?: string;
  /** Format 2.0 has the values of a repeated header joined with commas, format 1.0 only the last one. */
  readonly headers?: Readonly<Record<string, string | undefined>> | null;
  /** Format 1.0. */
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null;
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
