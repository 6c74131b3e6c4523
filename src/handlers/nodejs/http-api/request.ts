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

  /** The method and the path of the route. */
  public get route(): string {
    return this.event.routeKey ?? `${this.event.httpMethod} ${this.event.path}`;
  }

  /**
   * The signed-in user: the `sub` claim of the token.
   *
   * @throws Problem `no-subject`
   */
  public get sub(): string {
    const { authorizer } = this.event.requestContext;
    const sub = (authorizer?.jwt ?? authorizer)?.claims?.sub;
    if (typeof sub !== 'string' || sub === '') {
      throw new Problem('no-subject');
    }
    return sub;
  }

  /**
   * The bytes of the body. The order of the checks decides which problem is reported.
   *
   * @throws Problem `unsupported-media-type`, `body-too-large` or `malformed-encoding`
   */
  public body(mediaTypes: MediaTypes, maxProfileSize: number): Buffer {
    requireMediaType(this.header('content-type'), mediaTypes);
    const { body, isBase64Encoded } = this.event;
    const text = body ?? '';
    requireBodyFits(isBase64Encoded ? decodedLength(text) : Buffer.byteLength(text), maxProfileSize);
    if (isBase64Encoded) {
      return decodeBase64(text);
    }
    // UTF-8 can't represent a lone surrogate, so encoding would replace it.
    if (!text.isWellFormed()) {
      throw new Problem('malformed-encoding');
    }
    return Buffer.from(text);
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
    const values = Object.entries(multiValueHeaders ?? headers ?? {})
      .filter(([key, value]) => key.toLowerCase() === name && value !== undefined)
      .flatMap(([, value]) => value as string | string[]);
    return values.length > 0 ? values.join(', ') : undefined;
  }
}

/**
 * Decodes UTF-8 text.
 *
 * @throws Problem `malformed-encoding` for other bytes, or a byte order mark
 */
export function decodeText(bytes: Buffer): string {
  try {
    // Keep a byte order mark, to refuse it: JSON does not allow it (RFC 8259 section 8.1).
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('\uFEFF')) {
      return text;
    }
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error;
    }
  }
  throw new Problem('malformed-encoding');
}
