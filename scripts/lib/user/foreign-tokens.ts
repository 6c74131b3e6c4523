import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Journey } from './journey';
import { Failure } from '../command/failure';

/** Signs the user in with a second app client of the same pool. Returns the access token of that client. */
export async function signInWithOtherClient({ aws, user, userPoolId, signal }: Journey): Promise<string> {
  const cognito = new CognitoIdentityProviderClient(aws);
  const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand({
    UserPoolId: userPoolId,
    ClientName: 'other',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  }), { abortSignal: signal });
  const { AuthenticationResult } = await cognito.send(new InitiateAuthCommand({
    ClientId: UserPoolClient?.ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: user.email, PASSWORD: user.password },
  }), { abortSignal: signal });
  if (!AuthenticationResult?.AccessToken) {
    throw new Failure('Signing in with a second app client gave no access token.');
  }
  return AuthenticationResult.AccessToken;
}

/** Replaces the user of a token and keeps the signature, which is then invalid. */
export function tamper(token: string): string {
  const [header, payload, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'someone-else' })).toString('base64url');
  return [header, forged, signature].join('.');
}
