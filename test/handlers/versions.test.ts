import { setTimeout as sleep } from 'timers/promises';
import { ProfileClient, ProfileRequest } from '../support/client/profile-client';
import { Item, keyOf } from '../support/database/profile-table';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

/** Times have milliseconds. */
const TICK_MS = 3;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** All kinds of writes to a profile that is there. */
const WRITES: ProfileRequest[] = [
  { method: 'POST', body: { name: 'Ann' } },
  { method: 'POST', body: { name: 'Ann' } },
  { method: 'PATCH', body: { name: 'Bob' } },
  { method: 'PATCH', body: {} },
  { method: 'POST', headers: { 'If-Match': '*' }, body: {} },
  { method: 'PATCH', headers: { 'If-Match': '*' }, body: { name: null } },
  { method: 'POST', headers: { 'If-None-Match': '"another"' }, body: {} },
];

describeEachLanguage((language) => {
  const service = deployed(language);
  let user: ProfileClient;

  beforeEach(() => {
    user = new ProfileClient(service.processes);
  });

  test('every write has a version of its own, also where it changes nothing else', async () => {
    const profiles = await writeAll([...WRITES, ...WRITES]);
    expect(new Set(profiles.map(({ version }) => version)).size).toBe(profiles.length);
    profiles.forEach(({ version }) => expect(version).toMatch(/^[0-9a-f]{32}$/));
  });

  test('created_at stays, and updated_at moves on', async () => {
    const profiles = await writeAll(WRITES);
    const [first] = profiles;
    expect(first.updated_at).toBe(first.created_at);
    expect(profiles.map(({ created_at: created }) => created)).toEqual(profiles.map(() => first.created_at));
    const times = profiles.map(({ updated_at: updated }) => updated);
    times.forEach((time) => expect(time).toMatch(TIME));
    expect(times).toEqual([...new Set(times)].sort());
  });

  test('what is not written has the version and the times that it had', async () => {
    const [profile] = await writeAll(WRITES.slice(0, 1));
    const refused: ProfileRequest[] = [
      { method: 'POST', headers: { 'If-Match': '"another"' }, body: {} },
      { method: 'POST', headers: { 'If-None-Match': '*' }, body: {} },
      { method: 'PATCH', headers: { 'If-Match': '"another"' }, body: {} },
      { method: 'DELETE', headers: { 'If-None-Match': '*' } },
    ];
    for (const request of refused) {
      expect(await user.send(request)).toMatchObject({ status: 412 });
    }
    expect(await user.send({ method: 'GET' })).toEqual({ status: 200, etag: `"${profile.version}"`, profile });
    expect(await service.table.get(user.sub)).toEqual(profile);
  });

  test('a profile that is created anew has times of its own', async () => {
    const [before] = await writeAll(WRITES.slice(0, 1));
    await user.send({ method: 'DELETE' });
    await sleep(TICK_MS);
    const [after] = await writeAll(WRITES.slice(0, 1));

    expect(after.created_at > before.updated_at).toBe(true);
    expect(after.updated_at).toBe(after.created_at);
    expect(after.version).not.toBe(before.version);
  });

  test('the first write over an item of earlier code sets the times', async () => {
    await service.table.put(user.sub, { ...keyOf(user.sub), profile_data: { name: 'Ann' } } as unknown as Item);
    const [profile] = await writeAll([{ method: 'PATCH', headers: { 'If-Match': '"0"' }, body: { age: 41 } }]);

    expect(profile).toMatchObject({ profile_data: { name: 'Ann', age: 41 }, created_at: profile.updated_at });
    expect(profile.created_at).toMatch(TIME);
  });

  /** Sends writes one after the other; each answers what is stored then, which has six attributes, and its version as ETag. */
  async function writeAll(requests: readonly ProfileRequest[]): Promise<Item[]> {
    const profiles: Item[] = [];
    for (const request of requests) {
      const { status, etag, profile } = await user.send(request);
      expect(status).toBe(200);
      expect(etag).toBe(`"${profile!.version}"`);
      expect(Object.keys(profile!)).toEqual(['pk', 'sk', 'profile_data', 'version', 'created_at', 'updated_at']);
      expect(await service.table.get(user.sub)).toEqual(profile);
      profiles.push(profile!);
      await sleep(TICK_MS);
    }
    return profiles;
  }
});
