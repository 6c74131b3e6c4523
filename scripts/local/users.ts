import { SeedUser } from './seed';
import { Failure } from '../lib/command/failure';
import { AwsError, callCognito } from '../lib/local-aws/calls';
import { send, statusOf } from '../lib/user/http';
import { Journey } from '../lib/user/journey';
import { signIn } from '../lib/user/sign-in';

/** A user with a token of theirs. */
export interface SignedInUser {
  readonly token: string;
  readonly hasProfile: boolean;
}

export async function userExists({ aws, user, userPoolId, signal }: Journey): Promise<boolean> {
  return !await failsWith('UserNotFoundException', async () =>
    callCognito(aws, 'AdminGetUser', { UserPoolId: userPoolId, Username: user.email }, signal));
}

/** Creates users, and signs the first one in. */
export async function createUsers(journey: Journey, users: readonly SeedUser[]): Promise<SignedInUser> {
  const { report, profileUrl, signal } = journey;
  report.heading('Users');
  for (const user of users) {
    await createUserWithProfile({ ...journey, user }, user);
  }
  const token = await signIn(journey);
  const { status } = await report.step('GET the profile', async () => send(profileUrl, [200, 404], {
    headers: { authorization: `Bearer ${token}` },
    signal,
  }), statusOf);
  return { token, hasProfile: status === 200 };
}

/** Creates a user, and the profile with the user's own token. Whatever exists already, from an earlier run, stays as it is. */
async function createUserWithProfile(journey: Journey, { profile }: SeedUser): Promise<void> {
  const { report, user, profileUrl, signal } = journey;
  await report.step(
    `User ${user.email}`,
    async () => createUser(journey),
    (created) => created ? 'created' : 'exists already',
  );
  if (profile === undefined) {
    return;
  }
  const token = await signIn(journey);
  await report.step('POST the profile, if there is none', async () => send(profileUrl, [200, 412], {
    method: 'POST',
    headers: { 'authorization': `Bearer ${token}`, 'content-type': 'application/json', 'if-none-match': '*' },
    body: JSON.stringify(profile),
    signal,
  }), statusOf);
}

/** Creates a user with a password. Returns false if the user exists already. */
export async function createUser({ aws, user: { email, password }, userPoolId, signal }: Journey): Promise<boolean> {
  const user = { UserPoolId: userPoolId, Username: email };
  const exists = await failsWith('UsernameExistsException', async () => callCognito(aws, 'AdminCreateUser', {
    ...user,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email', Value: email }, { Name: 'email_verified', Value: 'true' }],
  }, signal));
  if (exists) {
    return false;
  }
  try {
    await callCognito(aws, 'AdminSetUserPassword', { ...user, Password: password, Permanent: true }, signal);
  } catch (error) {
    // Without a password the user could not sign in, and the next run would find that the user exists.
    await callCognito(aws, 'AdminDeleteUser', user, signal);
    throw new Failure(`The password of ${email} is not accepted: ${(error as Error).message}`);
  }
  return true;
}

/** Returns whether a call fails with an error code. Any other failure is thrown. */
async function failsWith(code: string, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return false;
  } catch (error) {
    if (error instanceof AwsError && error.code === code) {
      return true;
    }
    throw error;
  }
}
