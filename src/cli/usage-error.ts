/** A mistake in the command line, which the message explains to the user. */
export class UsageError extends Error {}
