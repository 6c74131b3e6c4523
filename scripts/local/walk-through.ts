import { isDeepStrictEqual } from 'node:util';
import { SignedInUser } from './users';
import { walkThroughAsAdministrator, walkThroughErasure } from './walk-through-administrator';
import { Failure } from '../lib/command/failure';
import { preflight, readFromPage } from '../lib/user/cors';
import { signInWithOtherClient, tamper } from '../lib/user/foreign-tokens';
import { Reply, send, statusOf } from '../lib/user/http';
import { Journey } from '../lib/user/journey';
import { signIn } from '../lib/user/sign-in';
import { signOut } from '../lib/user/sign-out';
import { signUp } from '../lib/user/sign-up';
import { subOf } from '../lib/user/token';

/** A profile that meets the schema of the sample app. */
const PROFILE = {
  displayName: 'Zoë “Ada” Łukasiewicz 🌱',
  dailyGoal: 45,
  interests: ['Schach', '将棋'],
  address: { city: 'Zürich' },
  reminders: false,
};

/** Signs the user up and in, uses the profile, and signs out. The user has a profile afterwards. */
export async function walkThrough(journey: Journey, signOutUrl: string): Promise<SignedInUser> {
  const { report, profileUrl, signal } = journey;
  report.heading('Sign-up and sign-in');
  await signUp(journey);
  report.note('MiniStack sends no mail, and accepts any code.');
  const token = await signIn(journey);

  report.heading(`The profile at ${profileUrl}`);
  await expectForeignTokensRejected(journey, token);
  await report.step('GET before there is a profile', async () => get(journey, 404, token), statusOf);
  await report.step('POST a profile', async () => postProfile(journey, token), statusOf);
  await report.step('GET it back, equal to what was posted', async () => holding(PROFILE, await get(journey, 200, token)), statusOf);
  await changeAndDeleteProfile(journey, token);
  await report.step('POST a profile again, which stays', async () => postProfile(journey, token), statusOf);

  const administratorToken = await walkThroughAsAdministrator(journey, token);
  await walkThroughErasure(journey, administratorToken, [subOf(token)]);

  report.heading('A page of another origin');
  await report.step('CORS preflight of a PATCH', async () => preflight(profileUrl, signal), statusOf);
  await report.step('GET from a page', async () => readFromPage(profileUrl, 200, token, signal), statusOf);

  report.heading('Sign-out');
  await report.step('GET /logout: a redirect to the page', async () => signOut(signOutUrl, signal), statusOf);
  return { token, hasProfile: true };
}

/** Checks that the API rejects every token that the app client did not issue. */
async function expectForeignTokensRejected(journey: Journey, token: string): Promise<void> {
  const { profileUrl, report, signal } = journey;
  await report.step('GET without a token', async () => send(profileUrl, 401, { signal }), statusOf);
  await report.step(
    'GET with a tampered token: another user, the old signature',
    async () => get(journey, 401, tamper(token)),
    statusOf,
  );
  await report.step(
    'GET with a token of another app client of the same pool',
    async () => get(journey, 401, await signInWithOtherClient(journey)),
    statusOf,
  );
}

async function postProfile({ profileUrl, signal }: Journey, token: string): Promise<Reply> {
  return holding(PROFILE, await send(profileUrl, 200, {
    method: 'POST',
    headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(PROFILE),
    signal,
  }));
}

/** Changes and deletes the user's profile, if it is the version that was last read. */
async function changeAndDeleteProfile(journey: Journey, token: string): Promise<void> {
  const { profileUrl, report, signal } = journey;
  const stale = (await get(journey, 200, token)).headers.get('etag')!;
  const patch = async (expectedStatus: number) => send(profileUrl, expectedStatus, {
    method: 'PATCH',
    headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/merge-patch+json', 'if-match': stale },
    body: JSON.stringify({ reminders: true, interests: null }),
    signal,
  });
  const { interests, ...rest } = PROFILE;
  const patched = await report.step(
    'PATCH it, if it is as last seen',
    async () => holding({ ...rest, reminders: true }, await patch(200)),
    statusOf,
  );
  await report.step('PATCH it, if it is as seen before that', async () => patch(412), statusOf);
  const current = patched.headers.get('etag')!;
  await report.step(
    'GET it, if it is not as last seen',
    async () => get(journey, 304, token, { 'if-none-match': current }),
    statusOf,
  );
  await report.step('DELETE it', async () => send(profileUrl, 204, {
    method: 'DELETE',
    headers: { 'authorization': `Bearer ${token}`, 'if-match': current },
    signal,
  }), statusOf);
  await report.step('GET it again', async () => get(journey, 404, token), statusOf);
}

async function get(
  { profileUrl, signal }: Journey,
  expectedStatus: number,
  token: string,
  headers: Record<string, string> = {},
): Promise<Reply> {
  return send(profileUrl, expectedStatus, { headers: { authorization: `Bearer ${token}`, ...headers }, signal });
}

function holding(profile: unknown, reply: Reply): Reply {
  if (!isDeepStrictEqual(JSON.parse(reply.text).profile_data, profile)) {
    throw new Failure(`The answer does not hold the profile ${JSON.stringify(profile)}: ${reply.text}`);
  }
  return reply;
}
