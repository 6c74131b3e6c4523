import {
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { send } from './http';
import { Journey, USER } from './journey';
import { Failure } from '../command/failure';
import { ACCOUNT } from '../local-aws/local-aws';

interface Mail {
  readonly To: string[];
  readonly BodyText: string;
}

/** Signs the user up and confirms the address with the code in the mail. */
export async function signUp({ aws, outputs, report, signal }: Journey): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(aws);
  const options = { abortSignal: signal };

  await report.step(`SignUp ${USER.email}`, async () => cognito.send(new SignUpCommand({
    ClientId: outputs.UserPoolClientId,
    Username: USER.email,
    Password: USER.password,
    UserAttributes: [{ Name: 'email', Value: USER.email }],
  }), options), ({ $metadata }) => `${$metadata.httpStatusCode}, code mailed`);

  const code = await report.step(
    'Read the code in the mail, which MiniStack keeps',
    async () => mailedCode(aws.endpoint, signal),
    (value) => value,
  );

  await report.step('ConfirmSignUp with the code', async () => cognito.send(new ConfirmSignUpCommand({
    ClientId: outputs.UserPoolClientId,
    Username: USER.email,
    ConfirmationCode: code,
  }), options), ({ $metadata }) => String($metadata.httpStatusCode));
}

async function mailedCode(endpoint: string, signal: AbortSignal): Promise<string> {
  const mailbox = `${endpoint}/_ministack/ses/messages`;
  const mails: Mail[] = JSON.parse((await send(mailbox, 200, { signal })).text).messages[ACCOUNT] ?? [];
  const mail = mails.find(({ To }) => To.includes(USER.email));
  const code = mail?.BodyText.match(/\b\d{6}\b/)?.[0];
  if (!code) {
    throw new Failure(`${mailbox} has no mail with a code for ${USER.email}: ${JSON.stringify(mails)}`);
  }
  return code;
}
