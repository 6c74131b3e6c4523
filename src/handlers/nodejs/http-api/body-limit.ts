import { Problem } from '../domain/problem';

/** The most bytes of JSON that a byte in DynamoDB can come from: an ASCII character, escaped as `\u0041`. */
const LONGEST_ESCAPE = 6;

/**
 * Refuses a body that is longer than could fit, before it is read.
 *
 * @throws Problem `body-too-large`
 */
export function requireBodyFits(bodyBytes: number, maxProfileSize: number): void {
  if (bodyBytes > LONGEST_ESCAPE * maxProfileSize) {
    throw new Problem('body-too-large');
  }
}
