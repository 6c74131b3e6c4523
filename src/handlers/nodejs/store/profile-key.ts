import { createHash } from 'crypto';
import { ProfileKey } from '../domain/profile';

/** The key of an item that does not exist. No user has it, because the keys of users begin with `USERS#` and `USER#`. */
export const WARM_UP_KEY: ProfileKey = { pk: 'WARM-UP', sk: 'WARM-UP' };

/**
 * Returns the primary key of a user's profile, from the `sub` claim of the token.
 *
 * @param userPartitions the number of partition keys across which profiles are distributed
 */
export function profileKey(sub: string, userPartitions: number): ProfileKey {
  return { pk: userPartitions === 1 ? 'USERS#ALL' : `USERS#${partitionOf(sub, userPartitions)}`, sk: `USER#${sub}` };
}

/** Uses the first 48 bits of the hash, which a JavaScript number represents exactly. */
function partitionOf(sub: string, userPartitions: number): number {
  return createHash('sha256').update(sub).digest().readUIntBE(0, 6) % userPartitions;
}
