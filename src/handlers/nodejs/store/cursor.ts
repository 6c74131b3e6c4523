import { createHash } from 'crypto';
import { SORT_KEY_PREFIX } from './profile-key';
import { Problem } from '../domain/problem';

/** Where a page of the list of profiles starts: after a user of a partition, or at the start of the partition. */
export interface Position {
  /** The number of the partition, which starts at 0. */
  readonly partition: number;
  /** The `sub` of the last user of the page before. Undefined at the start of a partition. */
  readonly after?: string;
}

/** What a list is made from: a table, and the number of partition keys. */
export interface ListSource {
  readonly tableName: string;
  readonly userPartitions: number;
}

const CHECKSUM_BYTES = 8;
/** A position as text. */
const POSITION = /^(0|[1-9][0-9]{0,4})(?::(.*))?$/su;
/** The maximum length of a sort key in DynamoDB is 1,024 bytes. */
const MAX_AFTER_BYTES = 1024 - SORT_KEY_PREFIX.length;

/**
 * Returns the cursor of a position, in Base64url: a checksum, and the position as text.
 *
 * Nobody gains by making up a cursor: it only says where to continue within the list. The checksum detects cursors that are damaged or of
 * another service.
 */
export function cursorOf({ partition, after }: Position, source: ListSource): string {
  const text = Buffer.from(after === undefined ? `${partition}` : `${partition}:${after}`);
  return Buffer.concat([checksumOf(text, source), text]).toString('base64url');
}

/**
 * Returns the position of a cursor.
 *
 * @throws Problem `malformed-cursor`
 */
export function positionOf(cursor: string, source: ListSource): Position {
  const [, partition, after] = POSITION.exec(Buffer.from(cursor, 'base64url').subarray(CHECKSUM_BYTES).toString()) ?? [];
  const position = { partition: Number(partition), after };
  // The decoder ignores invalid characters, so that only the comparison shows whether the service made the cursor.
  if (partition === undefined || cursorOf(position, source) !== cursor || !isWithin(position, source)) {
    throw new Problem('malformed-cursor');
  }
  return position;
}

function isWithin({ partition, after = '' }: Position, { userPartitions }: ListSource): boolean {
  return partition < userPartitions && Buffer.byteLength(after) <= MAX_AFTER_BYTES;
}

function checksumOf(text: Buffer, { tableName, userPartitions }: ListSource): Buffer {
  return createHash('sha256').update(`${tableName}:${userPartitions}:`).update(text).digest().subarray(0, CHECKSUM_BYTES);
}
