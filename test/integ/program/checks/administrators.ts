import { deepStrictEqual } from 'node:assert';
import { expectProfile, User } from '../user';

const PAID = { name: 'Ann', plan: 'paid' };

/** Only a member of the group reads and writes the profiles of others. */
export async function administrators(): Promise<void> {
  const ann = await User.create('ann');
  const other = await User.create('bob');
  const administrator = await User.create('charles', { isAdministrator: true });
  const path = `/users/${ann.sub}/profile`;
  await ann.send('POST', 200, { json: { name: 'Ann' } });

  await ann.sendTo('/users/profiles', 'GET', 403);
  await other.sendTo(path, 'GET', 403);
  await other.sendTo(path, 'DELETE', 403);
  await administrator.sendTo('/users/someone/profile', 'GET', 400);

  const etag = expectProfile(await administrator.sendTo(path, 'PATCH', 200, { json: { plan: 'paid' } }), PAID);
  deepStrictEqual(expectProfile(await ann.send('GET', 200), PAID), etag);
  await administrator.sendTo(path, 'DELETE', 412, { headers: { 'if-match': '"other"' } });

  deepStrictEqual(await listed(administrator), [`USER#${ann.sub}`]);
  await administrator.sendTo('/users/profiles?limit=0', 'GET', 400);
  await administrator.sendTo('/users/profiles?cursor=other', 'GET', 400);
  await administrator.sendTo(path, 'DELETE', 204);
  await ann.send('GET', 404);
}

/** The sort keys of all profiles, one page after the other. */
async function listed(administrator: User): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '1', ...cursor !== undefined && { cursor } });
    const page = JSON.parse((await administrator.sendTo(`/users/profiles?${query}`, 'GET', 200)).text);
    keys.push(...page.profiles.map(({ sk }: { sk: string }) => sk));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return keys;
}
