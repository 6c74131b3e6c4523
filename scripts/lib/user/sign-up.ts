import {
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Journey } from './journey';
import { Failure } from '../command/failure';
import { mails } from '../local-aws/mails';

/** Signs the user up and confirms the address with the code in the mail. */
export async function signUp({ aws, user, userPoolClientId, report, signal }: Journey): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(aws);
  const options = { abortSignal: signal };

  await report.step(`SignUp ${user.email}`, async () => cognito.send(new SignUpCommand({
    ClientId: userPoolClientId,
    Username: user.email,
    Password: user.password,
    UserAttributes: [{ Name: 'email', Value: user.email }],
  }), options), ({ $metadata }) => `${$metadata.httpStatusCode}, code mailed`);

  const code = await report.step(
    'Read the code in the mail, which MiniStack keeps',
    async () => mailedCode(aws.endpoint, user.email, signal),
    (value) => value,
  );

  await report.step('ConfirmSignUp with the code', async () => cognito.send(new ConfirmSignUpCommand({
    ClientId: userPoolClientId,
    Username: user.email,
    ConfirmationCode: code,
  }), options), ({ $metadata }) => String($metadata.httpStatusCode));
}

/** Returns the code in the newest mail to an address. */
export async function mailedCode(endpoint: string, address: string, signal: AbortSignal): Promise<string> {
  const all = await mails(endpoint, signal);
  const code = all.find(({ to }) => to.includes(address))?.text.match(/\b\d{6}\b/)?.[0];
  if (!code) {
    throw new Failure(`MiniStack has no mail with a code for ${address}: ${JSON.stringify(all)}`);
  }
  return code;
}
