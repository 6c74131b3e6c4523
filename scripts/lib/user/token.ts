/** Returns the `sub` claim of a token, without checking the token. */
export function subOf(token: string): string {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).sub;
}
