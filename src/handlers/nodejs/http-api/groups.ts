/** A name of a group: without spaces and control characters, but possibly with brackets. */
const NAME = '[^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
/** Names in square brackets, with a space between them. */
const GROUPS = new RegExp(`^\\[(${NAME}(?: ${NAME})*)\\]$`);

/**
 * Returns the names in a `cognito:groups` claim, which an HTTP API passes to a function as text. Anything else than a list is no membership.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html
 */
export function parseGroups(claim: unknown): string[] {
  const match = typeof claim === 'string' ? GROUPS.exec(claim) : null;
  return match ? match[1].split(' ') : [];
}
