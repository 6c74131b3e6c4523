import { Problem } from '../domain/problem';

/** Indexed by character code. */
const IS_IN_ALPHABET = new Uint8Array(0x80);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')) {
  IS_IN_ALPHABET[byte] = 1;
}

/** How many bytes base64 decodes to, by its length alone. What is not base64 has such a length too. */
export function decodedLength(text: string): number {
  // In bytes of UTF-8, so that text of any characters has one length in every language.
  return Math.floor((Buffer.byteLength(text) - paddingOf(text)) * 3 / 4);
}

/**
 * Decodes base64 as of RFC 4648 section 4: its alphabet, whole groups of four characters, and the padding.
 *
 * The bits that the last character has to spare may be set, as section 3.5 leaves it open.
 *
 * @throws Problem `malformed-encoding`
 */
export function decodeBase64(text: string): Buffer {
  // Node's decoder skips what it does not know, and takes base64url as well. A regular expression that repeats a group of
  // characters takes stack for each group.
  const end = text.length - paddingOf(text);
  let position = 0;
  while (position < end && IS_IN_ALPHABET[text.charCodeAt(position)]) {
    position += 1;
  }
  if (position < end || text.length % 4 !== 0) {
    throw new Problem('malformed-encoding');
  }
  return Buffer.from(text, 'base64');
}

function paddingOf(text: string): number {
  if (text.endsWith('==')) {
    return 2;
  }
  return text.endsWith('=') ? 1 : 0;
}
