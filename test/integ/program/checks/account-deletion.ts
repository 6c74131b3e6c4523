import { rejects } from 'node:assert';
import { User } from '../user';

/** Who erases the account, or has it erased, can't use a token that is still valid, and can't sign in again. */
export async function accountDeletion(): Promise<void> {
  const user = await User.create('dora');
  await user.send('POST', 200, { json: { name: 'Dora' } });
  await user.sendTo('/user', 'DELETE', 204);
  await expectErased('dora', user);
  // The response to the first request can get lost.
  await user.sendTo('/user', 'DELETE', 204);

  const another = await User.create('emil');
  const administrator = await User.create('frida', { isAdministrator: true });
  await another.sendTo(`/users/${user.sub}`, 'DELETE', 403);
  await administrator.sendTo(`/users/${another.sub}`, 'DELETE', 204);
  await expectErased('emil', another);
  await administrator.sendTo(`/users/${another.sub}/profile`, 'GET', 410);
}

async function expectErased(name: string, user: User): Promise<void> {
  await user.send('GET', 410);
  await user.send('POST', 410, { json: {} });
  await user.send('PATCH', 410, { json: {} });
  await user.send('DELETE', 410);
  await rejects(User.signIn(name), { name: 'UserNotFoundException' });
}
