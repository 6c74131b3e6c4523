import { expectProfile, expectViolations, User } from '../user';

/** The user whose profile the update of the stack must keep. */
const NAME = 'grace';
const PROFILE = { name: 'Grace' };
const WITH_LANGUAGE = { ...PROFILE, language: 'de' };

/** Before the update, the schema allows a name only. */
export async function beforeUpdate(): Promise<void> {
  const user = await User.create(NAME);
  expectViolations(await user.send('POST', 422, { json: {} }), { '/name': 'required' });
  expectViolations(await user.send('POST', 422, { json: WITH_LANGUAGE }), { '/language': 'additionalProperties' });
  await user.send('GET', 404);
  expectProfile(await user.send('POST', 200, { json: PROFILE }), PROFILE);
  await user.send('PATCH', 413, { json: { name: 'n'.repeat(1024) } });
}

/** The update keeps the profile. The new schema allows a language too, and limits the name. */
export async function afterUpdate(): Promise<void> {
  const user = await User.signIn(NAME);
  expectProfile(await user.send('GET', 200), PROFILE);
  expectProfile(await user.send('PATCH', 200, { json: { language: 'de' } }), WITH_LANGUAGE);
  expectViolations(await user.send('PATCH', 422, { json: { name: 'n'.repeat(1024) } }), { '/name': 'maxLength' });
  await user.send('DELETE', 204);
}
