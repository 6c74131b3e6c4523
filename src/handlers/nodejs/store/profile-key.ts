import { createHash } from 'crypto';
import { ProfileKey } from '../domain/profile';

/** The key of an item that does not exist. No user has it, because the keys of users begin with `USERS#` and `USER#`. */
export const WARM_UP_KEY: ProfileKey = { pk: 'WARM-UP', sk: 'WARM-UP' };

/** What the sort keys of profiles begin with. The `sub` of the user follows. */
export const SORT_KEY_PREFIX = 'USER#';

/**
 * Returns the primary key of a user's profile, from the `sub` claim of the token.
 *
 * @param userPartitions the number of partition keys across which profiles are distributed
 */
export function profileKey(sub: string, userPartitions: number): ProfileKey {
  return { pk: partitionKey(partitionOf(sub, userPartitions), userPartitions), sk: SORT_KEY_PREFIX + sub };
}

/** Returns a partition key, from its number, which starts at 0. */
export function partitionKey(partition: number, userPartitions: number): string {
  return userPartitions === 1 ? 'USERS#ALL' : `USERS#${partition}`;
}

/** Uses the first 48 bits of the hash, which a JavaScript number represents exactly. */
function partitionOf(sub: string, userPartitions: number): number {
  return createHash('sha256').update(sub).digest().readUIntBE(0, 6) % userPartitions;
}
