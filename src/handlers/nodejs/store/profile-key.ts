import { createHash } from 'crypto';
import { ProfileKey } from '../domain/profile';

/**
 * The primary key of the profile of the user whom a token names by its `sub` claim.
 *
 * @param userPartitions over how many partition keys the profiles are spread
 */
export function profileKey(sub: string, userPartitions: number): ProfileKey {
  return { pk: userPartitions === 1 ? 'USERS#ALL' : `USERS#${partitionOf(sub, userPartitions)}`, sk: `USER#${sub}` };
}

/** The first 48 bits of the hash, because they are exact as a JavaScript number. */
function partitionOf(sub: string, userPartitions: number): number {
  return createHash('sha256').update(sub).digest().readUIntBE(0, 6) % userPartitions;
}
