import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../../../scripts/lib/command/failure';

/** Compares what was found with what is expected. A difference is a failure. */
export function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) {
    throw new Failure(`${what} is ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}.`);
  }
}
