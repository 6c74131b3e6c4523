import { CognitoIdentityProviderClient, ConfirmForgotPasswordCommand, ForgotPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expectEqual } from './expectations';
import { deliver } from './pool-trigger';
import { Profile, sendToProfile } from './profile';
import { withoutTable } from './unreachable-table';
import { Journey, User } from '../../../scripts/lib/user/journey';
import { signIn } from '../../../scripts/lib/user/sign-in';
import { mailedCode, signUp } from '../../../scripts/lib/user/sign-up';
import { Checks } from '../checks';

const OTHER_USER: User = { email: 'grace@example.com', password: 'Compiler-Flow-Matic-1955' };
const NEW_PASSWORD = 'Difference-Engine-1822';

/** Signs users up, whose profiles the trigger creates. Returns the first user, with the token. */
export async function checkSignUp(checks: Checks, journey: Journey): Promise<{ readonly journey: Journey; readonly token: string }> {
  const { report } = journey;
  report.heading('A profile at sign-up');
  await signUp(journey);
  await checks.check('Cognito delivers PostConfirmation_ConfirmSignUp', async () => deliver('PostConfirmation_ConfirmSignUp', journey), () => 'the event');
  const token = await signIn(journey);
  const created = await sendToProfile(journey, token, 200, 'GET');
  await checks.check('GET with the token: the profile is there', async () => {
    expectEqual('The profile', created.profile_data, { plan: 'free' });
  }, () => JSON.stringify(created.profile_data));
  await checks.check('The event is delivered twice more: the same version', async () => {
    await deliver('PostConfirmation_ConfirmSignUp', journey);
    await deliver('PostConfirmation_ConfirmSignUp', journey);
    expectEqual('The profile', await sendToProfile(journey, token, 200, 'GET'), created);
  }, () => created.version);

  const changed = await sendToProfile(journey, token, 200, 'PATCH', { name: 'Ada' });
  const withNewPassword = { ...journey, user: { ...journey.user, password: NEW_PASSWORD } };
  await checks.attempt('A password reset', async () => checkPasswordReset(checks, withNewPassword, changed));
  await checks.attempt('A table that is not reachable', async () => checkUnreachableTable(checks, { ...journey, user: OTHER_USER }));
  return { journey: withNewPassword, token };
}

/** Resets the password, which invokes the trigger as well. */
async function checkPasswordReset(checks: Checks, journey: Journey, before: Profile): Promise<void> {
  await checks.check('PATCH, then a password reset: the profile is kept', async () => {
    await resetPassword(journey);
    await deliver('PostConfirmation_ConfirmForgotPassword', journey);
  }, () => 'reset');
  const token = await signIn(journey);
  await checks.check('GET with a token of the new password', async () => {
    expectEqual('The profile', await sendToProfile(journey, token, 200, 'GET'), before);
  }, () => JSON.stringify(before.profile_data));
}

/** Signs a user up while the function can't reach the table. */
async function checkUnreachableTable(checks: Checks, journey: Journey): Promise<void> {
  await signUp(journey);
  await checks.check('The table is not reachable: the sign-up succeeds', async () => {
    await withoutTable(journey, async () => deliver('PostConfirmation_ConfirmSignUp', journey));
  }, () => 'the event, and a log line');
  const token = await signIn(journey);
  await checks.check('The user signs in; GET: 404; the app creates the profile', async () => {
    await sendToProfile(journey, token, 404, 'GET');
    await sendToProfile(journey, token, 200, 'POST', {});
  }, () => '200');
}

/** Resets the password to that of the journey, by the code in the mail. */
async function resetPassword({ aws, user, userPoolClientId, signal }: Journey): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(aws);
  const options = { abortSignal: signal };
  await cognito.send(new ForgotPasswordCommand({ ClientId: userPoolClientId, Username: user.email }), options);
  await cognito.send(new ConfirmForgotPasswordCommand({
    ClientId: userPoolClientId,
    Username: user.email,
    ConfirmationCode: await mailedCode(aws.endpoint, user.email, signal),
    Password: user.password,
  }), options);
}
