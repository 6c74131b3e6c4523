import { isUtf8 } from 'buffer';
import { decodeBase64, decodedLength } from './base64';
import { requireBodyFits } from './body-limit';
import { HttpApiEvent } from './event';
import { MediaTypes, requireMediaType } from './media-type';
import { parsePreconditions } from './precondition-headers';
import { Preconditions } from '../domain/preconditions';
import { Problem } from '../domain/problem';

/** A request to the API, in either payload format. */
export class Request {
  constructor(private readonly event: HttpApiEvent) {}

  /** The request ID of API Gateway, which the response header `apigw-requestid` returns. */
  public get id(): string {
    return this.event.requestContext.requestId;
  }

  /** The method and the path of the route, which is not the path of the request: that has values of the client. */
  public get route(): string {
    return this.event.routeKey ?? `${this.event.httpMethod} ${this.event.resource}`;
  }

  /**
   * The signed-in user: the `sub` claim of the token.
   *
   * @throws Problem `no-subject`
   */
  public get sub(): string {
    return requireText(this.claim('sub'));
  }

  /** @throws Problem `no-subject` if the token names no user */
  public requireSub(): void {
    requireText(this.claim('sub'));
  }

  /**
   * The username of the signed-in user: the claim of an ID token, or that of an access token. In an ID token, `username` can be a claim of a
   * trigger.
   *
   * @throws Problem `no-subject`
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
   */
  public get username(): string {
    return requireText(this.claim('cognito:username') ?? this.claim('username'));
  }

  /** A claim of the token. */
  public claim(name: string): unknown {
    const { authorizer } = this.event.requestContext;
    return (authorizer?.jwt ?? authorizer)?.claims?.[name];
  }

  /** The value of a parameter in the path of the route. */
  public pathParameter(name: string): string | undefined {
    return this.event.pathParameters?.[name];
  }

  /** The value of a query parameter. The values of a repeated one are joined with commas. */
  public queryParameter(name: string): string | undefined {
    const { queryStringParameters, multiValueQueryStringParameters } = this.event;
    return multiValueQueryStringParameters?.[name]?.join(',') ?? queryStringParameters?.[name];
  }

  /**
   * The text of the body. The order of the checks decides which problem is reported.
   *
   * @throws Problem `unsupported-media-type`, `body-too-large` or `malformed-encoding`
   */
  public text(mediaTypes: MediaTypes, maxProfileSize: number): string {
    requireMediaType(this.header('content-type'), mediaTypes);
    const { body, isBase64Encoded } = this.event;
    const sent = body ?? '';
    requireBodyFits(isBase64Encoded ? decodedLength(sent) : Buffer.byteLength(sent), maxProfileSize);
    const text = isBase64Encoded ? decodeUtf8(decodeBase64(sent)) : sent;
    // UTF-8 can't represent a lone surrogate. JSON does not allow a byte order mark (RFC 8259 section 8.1).
    if (!text.isWellFormed() || text.startsWith('\uFEFF')) {
      throw new Problem('malformed-encoding');
    }
    return text;
  }

  /**
   * The preconditions in the If-Match and If-None-Match headers.
   *
   * @throws Problem `malformed-precondition`
   */
  public get preconditions(): Preconditions {
    return parsePreconditions(this.header('if-match'), this.header('if-none-match'));
  }

  private header(name: string): string | undefined {
    const { headers, multiValueHeaders } = this.event;
    const sent = multiValueHeaders ?? headers ?? {};
    const values = Object.keys(sent)
      .filter((key) => key.length === name.length && key.toLowerCase() === name)
      .flatMap((key) => sent[key] ?? []);
    return values.length > 0 ? values.join(', ') : undefined;
  }
}

/** @throws Problem `no-subject` */
function requireText(claim: unknown): string {
  if (typeof claim !== 'string' || claim === '') {
    throw new Problem('no-subject');
  }
  return claim;
}

/**
 * Decodes UTF-8, and keeps a byte order mark.
 *
 * @throws Problem `malformed-encoding` for other bytes
 */
function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) {
    throw new Problem('malformed-encoding');
  }
  return bytes.toString();
}
