import { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * The attribute that only tombstones have: the time of the erasure.
 *
 * A tombstone takes the place of the profile of an erased account, so that a token that is still valid can't create the profile again.
 */
export const ERASED_AT = 'erased_at';

/** The condition that an item is no tombstone. */
export const NOT_ERASED = `attribute_not_exists(${ERASED_AT})`;

/**
 * How long a tombstone is kept at least, in seconds: the longest life of a token, which is a day, and an hour for what happens between
 * the tombstone and the end of the user.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
 */
const KEPT_SECONDS = 25 * 3600;

/** Whether an item is a tombstone. */
export function isTombstone(attributes: Record<string, AttributeValue>): boolean {
  return attributes[ERASED_AT] !== undefined;
}

/** Returns the attributes of a tombstone. It has no data of the user. */
export function tombstone(now: Date, timeToLiveAttribute: string): Record<string, string | number> {
  return { [ERASED_AT]: now.toISOString(), [timeToLiveAttribute]: Math.ceil(now.getTime() / 1000) + KEPT_SECONDS };
}
