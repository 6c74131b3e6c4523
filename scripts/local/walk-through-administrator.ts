import { isDeepStrictEqual } from 'node:util';
import { signInAsAdministrator } from './administrator';
import { Failure } from '../lib/command/failure';
import { bearer, Reply, send, statusOf } from '../lib/user/http';
import { Journey, User } from '../lib/user/journey';
import { signIn } from '../lib/user/sign-in';
import { signUp } from '../lib/user/sign-up';
import { subOf } from '../lib/user/token';

/** The user who erases the account. */
const LEAVING: User = { email: 'grace@example.com', password: 'Compiler-A0-1952' };

/** An administrator reads and changes the profile of the user of a token. Returns a token of the administrator. */
export async function walkThroughAsAdministrator(journey: Journey, userToken: string): Promise<string> {
  const { report, signal } = journey;
  report.heading('An administrator');
  const token = await signInAsAdministrator(journey);

  const { profiles, profile } = urls(journey, subOf(userToken));
  await report.step('GET the list of profiles as the user', async () => send(profiles, 403, { headers: bearer(userToken), signal }), statusOf);
  await report.step('GET the list of profiles as the administrator', async () => (
    listing([subOf(userToken)], await send(profiles, 200, { headers: bearer(token), signal }))
  ), statusOf);
  const patch = { method: 'PATCH', body: JSON.stringify({ membership: 'plus' }), signal };
  const type = { 'content-type': 'application/merge-patch+json' };
  await report.step('PATCH a read-only property as the user', async () => (
    send(journey.profileUrl, 422, { ...patch, headers: { ...bearer(userToken), ...type } })
  ), statusOf);
  await report.step('PATCH it as the administrator', async () => send(profile, 200, { ...patch, headers: { ...bearer(token), ...type } }), statusOf);
  return token;
}

/** Another user signs up, saves a profile and erases the account. The token of that user is of no use then. */
export async function walkThroughErasure(journey: Journey, administratorToken: string, remaining: readonly string[]): Promise<void> {
  const { report, profileUrl, signal } = journey;
  const others = { ...journey, user: LEAVING };
  report.heading('An erased account');
  await signUp(others);
  const token = await signIn(others);
  const json = { ...bearer(token), 'content-type': 'application/json' };
  const post = { method: 'POST', headers: json, body: JSON.stringify({ displayName: 'Grace' }), signal };
  await report.step('POST a profile', async () => send(profileUrl, 200, post), statusOf);

  const { account, profiles } = urls(journey, subOf(token));
  const erase = async () => send(account, 204, { method: 'DELETE', headers: bearer(token), signal });
  await report.step('DELETE the account', erase, statusOf);
  await report.step('DELETE it again', erase, statusOf);
  await report.step('GET the profile with the old token', async () => send(profileUrl, 410, { headers: bearer(token), signal }), statusOf);
  await report.step('POST a profile with the old token', async () => send(profileUrl, 410, post), statusOf);
  await report.step('GET the list of profiles as the administrator, without that user', async () => (
    listing(remaining, await send(profiles, 200, { headers: bearer(administratorToken), signal }))
  ), statusOf);
}

function urls({ profileUrl }: Journey, sub: string): { account: string; profiles: string; profile: string } {
  const api = profileUrl.slice(0, -'/user/profile'.length);
  return { account: `${api}/user`, profiles: `${api}/users/profiles`, profile: `${api}/users/${sub}/profile` };
}

function listing(subs: readonly string[], reply: Reply): Reply {
  const listed = JSON.parse(reply.text).profiles.map(({ sk }: { sk: string }) => sk);
  if (!isDeepStrictEqual(listed, subs.map((sub) => `USER#${sub}`))) {
    throw new Failure(`The list does not have the profiles of ${subs.join(', ')}: ${reply.text}`);
  }
  return reply;
}
