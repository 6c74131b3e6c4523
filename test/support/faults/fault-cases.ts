import { Method } from '../client/profile-client';
import { Item, keyOf } from '../database/profile-table';

/** A request that faults are tried on. */
export interface FaultCase {
  readonly name: string;
  readonly method: Method;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether there is a profile. */
  readonly given: boolean;
  /** How many calls it makes, without faults; the number of the one that writes, if any. */
  readonly calls: number;
  readonly write?: number;
  /** The answer without faults. */
  readonly status: number;
  /** The answer when DynamoDB failed and never saw the write, and when it did the write and the answer was lost. */
  readonly unseen?: number;
  readonly done?: number;
}

export const VERSION = '0123456789abcdef'.repeat(2);
export const BODIES: Readonly<Partial<Record<Method, Readonly<Record<string, unknown>>>>> = {
  POST: { name: 'Bob' },
  PATCH: { age: null, town: 'Rome' },
};

const CURRENT = { 'If-Match': `"${VERSION}"` };
const STALE = { 'If-Match': '"gone"' };
const ANY = { 'If-Match': '*' };
const NONE = { 'If-None-Match': '*' };
/** A write whose precondition is not met, after which a read tells why. A lost answer leaves it open. */
const REFUSED = { calls: 2, write: 1, status: 412, unseen: 503, done: 503 };

// A lost write on a version is sent again, because it can't take effect twice; any other one ends in 503, unless the version
// that is stored is its own. A delete leaves no version.
export const FAULT_CASES: FaultCase[] = [
  { name: 'GET', method: 'GET', given: true, calls: 1, status: 200 },
  { name: 'GET without a profile', method: 'GET', given: false, calls: 1, status: 404 },
  { name: 'POST', method: 'POST', given: true, calls: 1, write: 1, status: 200, unseen: 503, done: 200 },
  { name: 'POST without a profile', method: 'POST', given: false, calls: 1, write: 1, status: 200, unseen: 503, done: 200 },
  { name: 'POST If-Match', method: 'POST', headers: CURRENT, given: true, calls: 1, write: 1, status: 200, unseen: 200, done: 200 },
  { name: 'POST If-Match: *', method: 'POST', headers: ANY, given: true, calls: 1, write: 1, status: 200, unseen: 503, done: 200 },
  { name: 'POST If-Match of another version', method: 'POST', headers: STALE, given: true, ...REFUSED },
  { name: 'POST If-None-Match: *', method: 'POST', headers: NONE, given: false, calls: 1, write: 1, status: 200, unseen: 503, done: 200 },
  { name: 'POST If-None-Match: * with a profile', method: 'POST', headers: NONE, given: true, ...REFUSED },
  { name: 'PATCH', method: 'PATCH', given: true, calls: 2, write: 2, status: 200, unseen: 200, done: 200 },
  { name: 'PATCH If-Match', method: 'PATCH', headers: CURRENT, given: true, calls: 2, write: 2, status: 200, unseen: 200, done: 200 },
  { name: 'PATCH If-Match of another version', method: 'PATCH', headers: STALE, given: true, calls: 1, status: 412 },
  { name: 'PATCH without a profile', method: 'PATCH', given: false, calls: 1, status: 404 },
  { name: 'DELETE', method: 'DELETE', given: true, calls: 1, write: 1, status: 204, unseen: 503, done: 503 },
  { name: 'DELETE without a profile', method: 'DELETE', given: false, calls: 1, write: 1, status: 204, unseen: 503, done: 503 },
  { name: 'DELETE If-Match', method: 'DELETE', headers: CURRENT, given: true, calls: 1, write: 1, status: 204, unseen: 204, done: 204 },
  { name: 'DELETE If-Match: *', method: 'DELETE', headers: ANY, given: true, calls: 1, write: 1, status: 204, unseen: 503, done: 503 },
  { name: 'DELETE If-Match of another version', method: 'DELETE', headers: STALE, given: true, ...REFUSED },
];

/** What is stored before a case that has a profile. */
export function givenItem(sub: string): Item {
  const time = '2026-01-02T03:04:05.678Z';
  return { ...keyOf(sub), profile_data: { name: 'Ann', age: 41 }, version: VERSION, created_at: time, updated_at: time };
}
