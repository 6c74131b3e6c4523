import { ProfileClient, ProfileRequest, Reply } from '../support/client/profile-client';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

const WRITERS = 50;

describeEachLanguage((language) => {
  const service = deployed(language, 2);
  let user: ProfileClient;

  beforeEach(() => {
    user = new ProfileClient(service.processes);
  });

  test.each(['POST', 'PATCH'] as const)('of many %s with one ETag one wins, and the others get 412', async (method) => {
    const ifMatch = { 'If-Match': (await user.send({ method: 'POST', body: { first: true } })).etag! };
    const replies = await user.sendAll(times(WRITERS, (n) => ({ method, headers: ifMatch, body: { n } })));

    expect(count(replies)).toEqual({ 200: 1, 412: WRITERS - 1 });
    expect(await service.table.get(user.sub)).toEqual(winners(replies)[0]);
  });

  test('of many DELETE with one ETag one wins, and the others get 412', async () => {
    const ifMatch = { 'If-Match': (await user.send({ method: 'POST', body: {} })).etag! };
    const replies = await user.sendAll(times(WRITERS, () => ({ method: 'DELETE', headers: ifMatch })));

    expect(count(replies)).toEqual({ 204: 1, 412: WRITERS - 1 });
    expect(await service.table.get(user.sub)).toBeUndefined();
  });

  test('of many POST that create only one does, and the others get 412', async () => {
    const replies = await user.sendAll(times(WRITERS, (n) => ({ method: 'POST', headers: { 'If-None-Match': '*' }, body: { n } })));

    expect(count(replies)).toEqual({ 200: 1, 412: WRITERS - 1 });
    expect(await service.table.get(user.sub)).toEqual(winners(replies)[0]);
  });

  test('many POST each store all of their body, and the last one stays', async () => {
    const replies = await user.sendAll(times(WRITERS, (n) => ({ method: 'POST', body: { n, [`key${n}`]: true } })));

    expect(count(replies)).toEqual({ 200: WRITERS });
    replies.forEach(({ profile }, n) => expect(profile!.profile_data).toEqual({ n, [`key${n}`]: true }));
    expect(new Set(winners(replies).map(({ version }) => version)).size).toBe(WRITERS);
    expect(new Set(winners(replies).map(({ created_at: created }) => created)).size).toBe(1);
    expect(winners(replies)).toContainEqual(await service.table.get(user.sub));
  });

  test('many PATCH of a key each: what was acknowledged is there, and what was not is not', async () => {
    await user.send({ method: 'POST', body: { first: true } });
    const replies = await user.sendAll(times(WRITERS, (n) => ({ method: 'PATCH', body: { [`key${n}`]: n } })));

    const acknowledged = replies.flatMap(({ status }, n) => (status === 200 ? [[`key${n}`, n]] : []));
    expect(Object.keys(count(replies)).every((status) => ['200', '503'].includes(status))).toBe(true);
    // Each round of conflicts has a winner.
    expect(acknowledged.length).toBeGreaterThanOrEqual(5);
    expect((await service.table.get(user.sub))!.profile_data).toEqual({ first: true, ...Object.fromEntries(acknowledged) });
  });

  test('few PATCH of a key each all succeed', async () => {
    await user.send({ method: 'POST', body: {} });
    // Five may take each other's turn four times, which leaves a fifth.
    const replies = await user.sendAll(times(5, (n) => ({ method: 'PATCH', body: { [`key${n}`]: n } })));

    expect(count(replies)).toEqual({ 200: 5 });
    expect((await service.table.get(user.sub))!.profile_data).toEqual({ key0: 0, key1: 1, key2: 2, key3: 3, key4: 4 });
  });

  test('PATCH that race with DELETE never bring back a profile', async () => {
    for (let round = 0; round < 10; round++) {
      const racer = new ProfileClient(service.processes);
      await racer.send({ method: 'POST', body: { name: 'Ann', age: 41 } });
      const requests = times(8, (n): ProfileRequest => (n === 4 ? { method: 'DELETE' } : { method: 'PATCH', body: { town: n } }));
      const replies = await racer.sendAll(requests);

      expect(replies[4].status).toBe(204);
      expect(replies.map(({ status }) => status).filter((status) => ![200, 204, 404, 503].includes(status))).toEqual([]);
      expect(await service.table.get(racer.sub)).toBeUndefined();
    }
  });

  test('a profile that is deleted and created while others change it is a whole one', async () => {
    for (let round = 0; round < 10; round++) {
      const racer = new ProfileClient(service.processes);
      const before = (await racer.send({ method: 'POST', body: { old: true } })).profile!;
      await sleepUntilAfter(before.created_at);
      const [changed, , created] = await racer.sendAll([
        { method: 'PATCH', body: { town: 'Rome' } },
        { method: 'DELETE' },
        { method: 'POST', headers: { 'If-None-Match': '*' }, body: { new: true } },
        { method: 'PATCH', body: { street: 'Via' } },
      ]);

      const stored = await service.table.get(racer.sub);
      if (created.status === 200) {
        expect(stored).toMatchObject({ profile_data: { new: true }, created_at: created.profile!.created_at });
        expect(stored!.profile_data).not.toHaveProperty('old');
        expect(stored!.created_at > before.created_at).toBe(true);
      } else {
        expect(created.status).toBe(412);
        expect(stored).toBeUndefined();
      }
      expect([200, 404, 503]).toContain(changed.status);
    }
  });
});

/** Makes requests, each with its number. */
function times(length: number, make: (n: number) => ProfileRequest): ProfileRequest[] {
  return Array.from({ length }, (_, n) => make(n));
}

/** How many replies have each status. */
function count(replies: readonly Reply[]): Record<number, number> {
  const counts: Record<number, number> = {};
  replies.forEach(({ status }) => (counts[status] = (counts[status] ?? 0) + 1));
  return counts;
}

function winners(replies: readonly Reply[]) {
  return replies.flatMap(({ profile }) => profile ?? []);
}

/** Times have milliseconds. */
async function sleepUntilAfter(time: string): Promise<void> {
  while (new Date().toISOString() <= time) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
