import { Problem } from '../domain/problem';

/** Whether a character is in the Base64 alphabet, by character code. */
const IS_IN_ALPHABET = new Uint8Array(0x80);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')) {
  IS_IN_ALPHABET[byte] = 1;
}

/** The number of bytes that Base64 text decodes to, computed from its length. Does not check the text. */
export function decodedLength(text: string): number {
  // In bytes of UTF-8, so that both languages count the same for any text.
  return Math.floor((Buffer.byteLength(text) - paddingOf(text)) * 3 / 4);
}

/**
 * Decodes Base64 (RFC 4648 section 4) strictly: no other characters, and with padding.
 *
 * Accepts nonzero pad bits, which section 3.5 allows.
 *
 * @throws Problem `malformed-encoding`
 */
export function decodeBase64(text: string): Buffer {
  // The decoder of Node.js ignores invalid characters and also accepts Base64url. A regular expression would use stack space for each
  // group of characters.
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
