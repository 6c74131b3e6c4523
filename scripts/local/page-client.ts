import { ProfileService } from './profile-services';
import { callCognito } from '../lib/local-aws/calls';
import { LocalAws } from '../lib/local-aws/local-aws';

interface UserPoolClient {
  readonly CallbackURLs?: readonly string[];
  readonly LogoutURLs?: readonly string[];
  readonly [setting: string]: unknown;
}

/** Adds the page to the callback and logout URLs of the app client. Returns whether it was missing. */
export async function registerPage(aws: LocalAws, service: ProfileService, pageUrl: string, signal: AbortSignal): Promise<boolean> {
  const id = { UserPoolId: service.userPoolId, ClientId: service.userPoolClientId };
  const { UserPoolClient: client } = await callCognito<{ UserPoolClient: UserPoolClient }>(aws, 'DescribeUserPoolClient', id, signal);
  const { CallbackURLs = [], LogoutURLs = [], ClientSecret, CreationDate, LastModifiedDate, ...settings } = client;
  if (CallbackURLs.includes(pageUrl) && LogoutURLs.includes(pageUrl)) {
    return false;
  }
  await callCognito(aws, 'UpdateUserPoolClient', {
    // Cognito resets what an update leaves out.
    ...settings,
    ...id,
    CallbackURLs: [...new Set([...CallbackURLs, pageUrl])],
    LogoutURLs: [...new Set([...LogoutURLs, pageUrl])],
  }, signal);
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
