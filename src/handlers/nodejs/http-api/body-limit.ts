import { Problem } from '../domain/problem';

/** The maximum number of JSON bytes for one byte in DynamoDB: an ASCII character, escaped as `\u0041`. */
const LONGEST_ESCAPE = 6;

/**
 * Refuses a body that is too long to fit, before it is parsed.
 *
 * @throws Problem `body-too-large`
 */
export function requireBodyFits(bodyBytes: number, maxProfileSize: number): void {
  if (bodyBytes > LONGEST_ESCAPE * maxProfileSize) {
    throw new Problem('body-too-large');
  }
}
