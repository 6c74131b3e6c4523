import { randomUUID } from 'crypto';
import * as fc from 'fast-check';
import { Answer, Entry } from '../../support/change-events/event-bus-server';
import { publisher } from '../../support/change-events/publisher';
import { readStream } from '../../support/change-events/stream-reader';
import { streamRecord } from '../../support/change-events/stream-records';
import { ProfileClient } from '../../support/client/profile-client';
import { Deployed, deployed, describeEachLanguage } from '../../support/drivers/languages';

/** The same sequences in every run. */
const SEED = 20261122;
const RUNS = Number(process.env.PROPERTY_RUNS ?? 40);
const TIMEOUT_MS = 120_000;
/** It is in each profile. */
const SECRET = 'a secret of the profile';
const USERS = 4;

/** What is done with the item of a user. */
type Write = 'POST' | 'PATCH' | 'DELETE' | 'erase the account' | 'expire the tombstone';

/** A change as an event tells it: the kind and the version. */
type Told = readonly [kind: string, version: string];

const write = fc.record({
  user: fc.nat(USERS - 1),
  write: fc.constantFrom<Write>('POST', 'POST', 'POST', 'PATCH', 'PATCH', 'DELETE', 'erase the account', 'expire the tombstone'),
});
const code = fc.constantFrom(null, null, 'InternalFailure', 'ThrottlingException');
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom<Answer>('accept', 'accept', 'accept-and-cut', 'accept-and-say-garbage', 'accept-and-say-less', 'close', 'garbage', 'unavailable'),
  fc.record({ error: fc.constantFrom('ThrottlingException', 'InternalException'), status: fc.constantFrom(400, 500) }),
  fc.array(code, { minLength: 10, maxLength: 10 }).map((entries) => ({ entries })),
);
const reading = fc.record({ size: fc.integer({ min: 1, max: 10 }), isLost: fc.boolean() });

describeEachLanguage((language) => {
  const service = deployed(language);
  const publishing = publisher(language);

  test('whatever fails, and is sent again, the events of each user are complete and in order, and have no value of a profile', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(write, { minLength: 1, maxLength: 30 }), fc.array(answer, { maxLength: 15 }), fc.array(reading, { maxLength: 8 }),
      async (writes, answers, readings) => {
        const { records, told } = await changesBy(service, writes);
        publishing.bus.reset();
        publishing.bus.answers.push(...answers);
        const logs = await readStream(publishing, records, readings);

        expect(toldBy(publishing.bus.accepted)).toEqual(told);
        expect(JSON.stringify(publishing.bus.calls) + logs).not.toContain(SECRET);
        for (const call of publishing.bus.calls) {
          expect(call.map(({ Detail }) => Object.keys(JSON.parse(Detail)).join())).toEqual(call.map(() => 'sub,version'));
          expect(new Set(call.map(subOf)).size).toBe(call.length);
        }
      },
    ), { seed: SEED, numRuns: RUNS });
  }, TIMEOUT_MS);
});

/** Writes to the items of users, and returns the records that the stream has, and what the events of each user must tell. */
async function changesBy({ handlers, database }: Deployed, writes: readonly { user: number; write: Write }[]) {
  const users = Array.from({ length: USERS }, () => new ProfileClient([handlers]));
  const told = new Map<string, Told[]>();
  const records: Record<string, any>[] = [];
  for (const { user, write: kind } of writes) {
    const { sub } = users[user];
    const before = await database.get(sub);
    await writeItem(kind, users[user], database, before?.erased_at !== undefined);
    const after = await database.get(sub);
    // DynamoDB makes no record of a write that changes nothing.
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      records.push(streamRecord({ sub, before, after }, records.length));
      const change = changeOf(before, after);
      told.set(sub, [...told.get(sub) ?? [], ...change ? [change] : []]);
    }
  }
  return { records, told: new Map([...told].filter(([, changes]) => changes.length > 0)) };
}

async function writeItem(kind: Write, user: ProfileClient, database: Deployed['database'], isErased: boolean): Promise<void> {
  if (kind === 'erase the account') {
    const keys = { pk: { S: 'USERS#ALL' }, sk: { S: `USER#${user.sub}` } };
    await database.put({ ...keys, erased_at: { S: new Date().toISOString() }, expires_at: { N: '1795910400' } });
  } else if (kind === 'expire the tombstone' && isErased) {
    await database.remove(user.sub);
  } else if (kind !== 'expire the tombstone' && !isErased) {
    await user.send({ method: kind, body: kind === 'DELETE' ? undefined : { name: SECRET, random: randomUUID() } });
  }
}

/** What happened to a profile, told by its versions: a tombstone has none. */
function changeOf(before: Record<string, any> | undefined, after: Record<string, any> | undefined): Told | undefined {
  const [old, now] = [before?.version?.S, after?.version?.S];
  if (now !== undefined) {
    return [old === undefined ? 'Profile Created' : 'Profile Updated', now];
  }
  return old === undefined ? undefined : ['Profile Erased', old];
}

/** What events tell of each user, in the order of their arrival, without those that repeat an earlier one. */
function toldBy(entries: readonly Entry[]): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  for (const entry of entries) {
    const sub = subOf(entry);
    const change: Told = [entry.DetailType, JSON.parse(entry.Detail).version];
    const earlier = told.get(sub) ?? [];
    if (!earlier.some((other) => other.join() === change.join())) {
      told.set(sub, [...earlier, change]);
    }
  }
  return told;
}

function subOf({ Detail }: Entry): string {
  return JSON.parse(Detail).sub;
}
