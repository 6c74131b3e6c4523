import { AdminAddUserToGroupCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { ADMIN_GROUP } from './clients-app';
import { Journey } from '../../../scripts/lib/user/journey';
import { signIn } from '../../../scripts/lib/user/sign-in';
import { signUp } from '../../../scripts/lib/user/sign-up';

/** Signs up a new user, who becomes an administrator, and signs the user in. Returns the access token. */
export async function administrator(journey: Journey, name: string): Promise<string> {
  const user = { ...journey.user, email: `${name}@example.com` };
  const ofUser = { ...journey, user };
  await signUp(ofUser);
  const cognito = new CognitoIdentityProviderClient(journey.aws);
  const membership = { UserPoolId: journey.userPoolId, Username: user.email, GroupName: ADMIN_GROUP };
  await journey.report.step(
    `AdminAddUserToGroup ${ADMIN_GROUP}`,
    async () => cognito.send(new AdminAddUserToGroupCommand(membership), { abortSignal: journey.signal }),
    ({ $metadata }) => String($metadata.httpStatusCode),
  );
  return signIn(ofUser);
}
