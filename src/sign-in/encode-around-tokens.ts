import { Tokenization } from 'aws-cdk-lib';

/**
 * Percent-encodes a string as a URI component (RFC 3986 section 2.1).
 *
 * Tokens are not encoded, because their values are unknown at synthesis.
 */
export function encodeAroundTokens(value: string): string {
  const [token] = Tokenization.reverseString(value).tokens.map(String);
  if (token === undefined) {
    return encodeURIComponent(value);
  }
  return value.split(token).map(encodeAroundTokens).join(token);
}
