import { isUtf8 } from 'buffer';
import { Readable } from 'stream';
import { crc32 } from 'zlib';
import { InvalidResponse } from './failures';

const WHITE_SPACE: readonly number[] = [...Buffer.from(' \t\n\r')];
const [OPENING_BRACE] = Buffer.from('{');

/** A response from the HTTP client. Header names are in lowercase. */
export interface AwsResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/**
 * Reads and validates the complete response body.
 *
 * The SDK treats an empty body as an empty object, which in a response of DynamoDB would mean that there is no profile.
 *
 * @param mayBeEmpty whether the service has operations that return an empty body
 * @throws InvalidResponse if the body does not match its headers, or is not a JSON object or an error with a type
 */
export async function readResponse({ statusCode, headers, body }: AwsResponse, mayBeEmpty: boolean): Promise<Buffer> {
  const bytes = await bytesOf(body);
  // The headers describe the bytes as sent. The SDK does not request compression, so these are the bytes of the body.
  requireEqual(bytes.length, headers['content-length'], 'length');
  // See https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
  requireEqual(crc32(bytes), headers['x-amz-crc32'], 'checksum');
  if (mayBeEmpty && statusCode === 200 && bytes.length === 0 && isDelimited(headers)) {
    return bytes;
  }
  requireObject(bytes);
  if (statusCode !== 200) {
    requireError(statusCode, bytes);
  }
  return bytes;
}

async function bytesOf(body: Readable): Promise<Buffer> {
  try {
    return Buffer.concat(await body.toArray());
  } catch (cause) {
    throw new InvalidResponse('The response ended early.', { cause });
  }
}

/** Whether the headers tell where the body ends. Otherwise the end of the connection does, which may be early (RFC 9112 section 6.3). */
function isDelimited(headers: AwsResponse['headers']): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** Compares a value with the header, if present. */
function requireEqual(actual: number, header: string | undefined, what: string): void {
  if (header !== undefined && header !== String(actual)) {
    throw new InvalidResponse(`The response has the ${what} ${actual}, but its header says ${header}.`);
  }
}

/** Checks the first character only. If the rest is not JSON, the SDK throws a SyntaxError. */
function requireObject(bytes: Buffer): void {
  const first = bytes.find((byte) => !WHITE_SPACE.includes(byte));
  if (!isUtf8(bytes) || first !== OPENING_BRACE) {
    throw new InvalidResponse('The response is not a JSON object.');
  }
}

function requireError(statusCode: number, bytes: Buffer): void {
  const type: unknown = parse(bytes).__type;
  if (statusCode < 400 || typeof type !== 'string' || type === '') {
    throw new InvalidResponse(`The response has the status ${statusCode}, but no error.`);
  }
}

function parse(bytes: Buffer): { __type?: unknown } {
  try {
    return JSON.parse(bytes.toString());
  } catch (cause) {
    throw new InvalidResponse('The error is not JSON.', { cause });
  }
}
