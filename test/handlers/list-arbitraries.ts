import { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { keyOf } from './contract';

/** An item of a table of profiles, and whether it is in the list. */
export interface ListedItem {
  readonly item: Record<string, AttributeValue>;
  readonly isListed: boolean;
}

/** A table, as the number of its partitions and its items. */
export interface ListedTable {
  readonly userPartitions: number;
  readonly items: readonly ListedItem[];
}

/** What follows `USER#` in a sort key: mostly the `sub` of a user, but other code can store anything. */
const subs = fc.oneof(
  { weight: 4, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.array(fc.constantFrom('a', 'Z', '~', ':', '\n', '\u0000', '\u00e9', '\uffff', '\u{1f600}'), { maxLength: 4 }).map((parts) => parts.join('')) },
);

const KINDS: Record<string, (key: { pk: string; sk: string }) => ListedItem> = {
  'profile': ({ pk, sk }) => ({
    isListed: true,
    item: { pk: { S: pk }, sk: { S: sk }, profile_data: { M: { sk: { S: sk } } }, version: { S: 'v1' }, created_at: { S: 'c' }, updated_at: { S: 'u' } },
  }),
  'item of the tutorial': ({ pk, sk }) => ({ isListed: true, item: { pk: { S: pk }, sk: { S: sk } } }),
  'tombstone': ({ pk, sk }) => ({ isListed: false, item: { pk: { S: pk }, sk: { S: sk }, erased_at: { S: 't' }, expires_at: { N: '1' } } }),
  'item of another kind': ({ pk, sk }) => ({ isListed: false, item: { pk: { S: pk }, sk: { S: `ORDER#${sk}` }, profile_data: { M: {} } } }),
  'item of no partition': ({ sk }) => ({ isListed: false, item: { pk: { S: 'USERS#-1' }, sk: { S: sk }, profile_data: { M: {} } } }),
};

/** Tables of some items, no two of which have the same key. */
export const tables: fc.Arbitrary<ListedTable> = fc.record({
  userPartitions: fc.constantFrom(1, 1, 2, 3, 7),
  users: fc.uniqueArray(fc.record({ sub: subs, kind: fc.constantFrom(...Object.keys(KINDS), 'profile', 'profile') }), {
    maxLength: 14,
    selector: ({ sub }) => sub,
  }),
}).map(({ userPartitions, users }) => ({
  userPartitions,
  items: users.map(({ sub, kind }) => KINDS[kind](keyOf(sub, { USER_PARTITIONS: String(userPartitions) }))),
}));

/** The sort keys that the list of a table has, in its order: by the number of the partition, then by the bytes. */
export function sortKeysByHand({ items }: ListedTable): string[] {
  return items
    .filter(({ isListed }) => isListed)
    .map(({ item }) => ({ pk: item.pk.S!, sk: item.sk.S! }))
    .sort((one, other) => Number(one.pk.slice('USERS#'.length)) - Number(other.pk.slice('USERS#'.length)) || Buffer.compare(Buffer.from(one.sk), Buffer.from(other.sk)))
    .map(({ sk }) => sk);
}
