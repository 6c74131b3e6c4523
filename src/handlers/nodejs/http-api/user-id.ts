/** The `sub` of a user of Amazon Cognito: a UUID. */
const SUB = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text can be the `sub` of a user. */
export function isSub(text: unknown): text is string {
  return typeof text === 'string' && SUB.test(text);
}
