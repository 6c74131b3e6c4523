import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Failure } from './failure';
import { Journey, USER } from './journey';

/** Signs the same user in with a second app client of the same pool; answers that client's access token. */
export async function signInWithOtherClient({ aws, outputs, signal }: Journey): Promise<string> {
  const cognito = new CognitoIdentityProviderClient(aws);
  const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand({
    UserPoolId: outputs.UserPoolId,
    ClientName: 'other',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  }), { abortSignal: signal });
  const { AuthenticationResult } = await cognito.send(new InitiateAuthCommand({
    ClientId: UserPoolClient?.ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: USER.email, PASSWORD: USER.password },
  }), { abortSignal: signal });
  if (!AuthenticationResult?.AccessToken) {
    throw new Failure('Signing in with a second app client gave no access token.');
  }
  return AuthenticationResult.AccessToken;
}
