import { isUtf8 } from 'buffer';
import { Readable } from 'stream';
import { crc32 } from 'zlib';

const WHITE_SPACE: readonly number[] = [...Buffer.from(' \t\n\r')];
const [OPENING_BRACE] = Buffer.from('{');

/** An answer as the HTTP client hands it over; names of headers are in lower case. */
export interface DynamoDBResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/** An answer that did not arrive as DynamoDB sends it, so that nothing is known of the call. */
export class InvalidResponse extends Error {
  public override readonly name = 'InvalidResponse';
}

/**
 * Reads all of an answer.
 *
 * The SDK takes an empty body for an empty object, which would say that there is no profile.
 *
 * @throws InvalidResponse where it is not what its head says, or not what DynamoDB answers: an object, or the type of an error
 */
export async function readResponse({ statusCode, headers, body }: DynamoDBResponse): Promise<Buffer> {
  const bytes = await bytesOf(body);
  // Of the bytes as they were sent: DynamoDB compresses only for those who ask for it, which the SDK does not.
  requireEqual(bytes.length, headers['content-length'], 'length');
  // See https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
  requireEqual(crc32(bytes), headers['x-amz-crc32'], 'checksum');
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
    throw new InvalidResponse('The answer ended before its end.', { cause });
  }
}

/** Compares with a header, if there is one. */
function requireEqual(actual: number, header: string | undefined, what: string): void {
  if (header !== undefined && header !== String(actual)) {
    throw new InvalidResponse(`The answer has the ${what} ${actual} and says ${header}.`);
  }
}

/** Looks at the first character only; where what follows is no JSON, the SDK throws a SyntaxError. */
function requireObject(bytes: Buffer): void {
  const first = bytes.find((byte) => !WHITE_SPACE.includes(byte));
  if (!isUtf8(bytes) || first !== OPENING_BRACE) {
    throw new InvalidResponse('The answer is no JSON object.');
  }
}

function requireError(statusCode: number, bytes: Buffer): void {
  const type: unknown = parse(bytes).__type;
  if (statusCode < 400 || typeof type !== 'string' || type === '') {
    throw new InvalidResponse(`The answer has the status ${statusCode} and no error.`);
  }
}

function parse(bytes: Buffer): { __type?: unknown } {
  try {
    return JSON.parse(bytes.toString());
  } catch (cause) {
    throw new InvalidResponse('The error is no JSON.', { cause });
  }
}
