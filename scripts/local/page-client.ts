import { CognitoIdentityProviderClient, DescribeUserPoolClientCommand, UpdateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { ProfileService } from './profile-services';
import { LocalAws } from '../lib/local-aws/local-aws';

/** Adds the page to the callback and logout URLs of the app client. Returns whether it was missing. */
export async function registerPage(aws: LocalAws, service: ProfileService, pageUrl: string, signal: AbortSignal): Promise<boolean> {
  const cognito = new CognitoIdentityProviderClient(aws);
  const options = { abortSignal: signal };
  const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({
    UserPoolId: service.userPoolId,
    ClientId: service.userPoolClientId,
  }), options);
  const { CallbackURLs = [], LogoutURLs = [], ClientSecret, CreationDate, LastModifiedDate, ...settings } = UserPoolClient!;
  if (CallbackURLs.includes(pageUrl) && LogoutURLs.includes(pageUrl)) {
    return false;
  }
  await cognito.send(new UpdateUserPoolClientCommand({
    // Cognito resets what an update leaves out.
    ...settings,
    UserPoolId: service.userPoolId,
    ClientId: service.userPoolClientId,
    CallbackURLs: [...new Set([...CallbackURLs, pageUrl])],
    LogoutURLs: [...new Set([...LogoutURLs, pageUrl])],
  }), options);
  return true;
}

/** Returns the URL of the sign-in page that leads back to the page. */
export function pageSignInUrl(endpoint: string, { userPoolClientId }: ProfileService, pageUrl: string): string {
  const url = new URL('/oauth2/authorize', endpoint);
  url.search = new URLSearchParams({ response_type: 'code', client_id: userPoolClientId, redirect_uri: pageUrl, scope: 'openid email' }).toString();
  return url.href;
}

/** Returns the URL that signs out and leads back to the page. */
export function pageSignOutUrl(endpoint: string, { userPoolClientId }: ProfileService, pageUrl: string): string {
  const url = new URL('/logout', endpoint);
  url.search = new URLSearchParams({ client_id: userPoolClientId, logout_uri: pageUrl }).toString();
  return url.href;
}
