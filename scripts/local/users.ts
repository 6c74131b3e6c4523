import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { SeedUser } from './seed';
import { Failure } from '../lib/command/failure';
import { send, statusOf } from '../lib/user/http';
import { Journey } from '../lib/user/journey';
import { signIn } from '../lib/user/sign-in';

export async function userExists({ aws, user, userPoolId, signal }: Journey): Promise<boolean> {
  try {
    await new CognitoIdentityProviderClient(aws).send(
      new AdminGetUserCommand({ UserPoolId: userPoolId, Username: user.email }),
      { abortSignal: signal },
    );
    return true;
  } catch (error) {
    if (error instanceof UserNotFoundException) {
      return false;
    }
    throw error;
  }
}

/** Creates a user, and the profile with the user's own token. Whatever exists already, from an earlier run, stays as it is. */
export async function createUser(journey: Journey, { profile }: SeedUser): Promise<void> {
  const { report, user, profileUrl, signal } = journey;
  await report.step(
    `User ${user.email}`,
    async () => createIfAbsent(journey),
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

async function createIfAbsent({ aws, user: { email, password }, userPoolId, signal }: Journey): Promise<boolean> {
  const cognito = new CognitoIdentityProviderClient(aws);
  const options = { abortSignal: signal };
  const user = { UserPoolId: userPoolId, Username: email };
  try {
    await cognito.send(new AdminCreateUserCommand({
      ...user,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: email }, { Name: 'email_verified', Value: 'true' }],
    }), options);
  } catch (error) {
    if (error instanceof UsernameExistsException) {
      return false;
    }
    throw error;
  }
  try {
    await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }), options);
  } catch (error) {
    // Without a password the user could not sign in, and the next run would find that the user exists.
    await cognito.send(new AdminDeleteUserCommand(user));
    throw new Failure(`The password of ${email} is not accepted: ${(error as Error).message}`);
  }
  return true;
}
