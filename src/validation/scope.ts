/**
 * An OAuth 2.0 scope (RFC 6749 section 3.3): printable ASCII characters without space, quotation mark and backslash.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export const SCOPE_PATTERN = /^[\x21\x23-\x5B\x5D-\x7E]+$/;
