import { expectProfile, User } from '../user';

const ANN = { name: 'Ann', languages: ['de', 'ja'], address: { city: 'Zürich', floor: null }, height: 1.75 };

/** A profile from creation to deletion. */
export async function profile(): Promise<void> {
  const user = await User.create('ann');
  await user.send('GET', 404);
  const first = expectProfile(await user.send('POST', 200, { json: ANN }), ANN);
  expectProfile(await user.send('GET', 200), ANN);
  await user.send('GET', 304, { headers: { 'if-none-match': first } });

  const { height, ...rest } = ANN;
  const changes = { json: { name: 'Anna', height: null }, headers: { 'if-match': first } };
  const second = expectProfile(await user.send('PATCH', 200, changes), { ...rest, name: 'Anna' });
  await user.send('PATCH', 412, changes);
  await user.send('DELETE', 412, { headers: { 'if-match': first } });

  await user.send('DELETE', 204, { headers: { 'if-match': second } });
  await user.send('GET', 404);
}
