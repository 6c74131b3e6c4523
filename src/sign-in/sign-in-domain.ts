import { Fn, Stack, Token } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { domainPrefix } from './domain-prefix';
import { encodeAroundTokens } from './encode-around-tokens';
import { Settings } from '../settings';

/** The domain of the sign-in pages. */
export class SignInDomain extends cognito.UserPoolDomain {
  private readonly oAuth: cognito.OAuthSettings;

  constructor(scope: Construct, id: string, userPool: cognito.IUserPool, settings: Settings) {
    const { domainSuffix, signInDomain, managedLoginVersion } = settings;
    super(scope, id, {
      userPool,
      ...signInDomain ? { customDomain: signInDomain } : { cognitoDomain: { domainPrefix: domainPrefix(domainSuffix!) } },
      managedLoginVersion,
    });
    this.oAuth = settings.oAuth;
  }

  /**
   * Returns the URL at which sign-in with an app client starts in a browser.
   *
   * After sign-in, the browser is redirected to the default redirect URI, or to the first callback URL if there is no default.
   */
  public startUrl(client: cognito.UserPoolClient): string {
    const redirectUri = this.oAuth.defaultRedirectUri ?? first(this.oAuth.callbackUrls!);
    return this.signInUrl(client, { redirectUri: encodeAroundTokens(redirectUri), fips: this.fips });
  }

  /**
   * Returns the URL that signs out a user of an app client in a browser. Undefined without logout URLs.
   *
   * After sign-out, the browser is redirected to the first logout URL.
   *
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
   */
  public signOutUrl({ userPoolClientId }: cognito.UserPoolClient): string | undefined {
    const logoutUrls = this.oAuth.logoutUrls!;
    return logoutUrls.length > 0
      ? `${this.baseUrl({ fips: this.fips })}/logout?client_id=${userPoolClientId}&logout_uri=${encodeAroundTokens(first(logoutUrls))}`
      : undefined;
  }

  /** Whether only the FIPS endpoint serves the sign-in pages, as in AWS GovCloud (US). */
  private get fips(): boolean {
    const { region } = Stack.of(this);
    return !Token.isUnresolved(region) && region.startsWith('us-gov-');
  }
}

/** Returns the first URL. Not always `Fn.select`, which makes a token of a list in which any URL contains a token. */
function first(urls: string[]): string {
  return Token.isUnresolved(urls) ? Fn.select(0, urls) : urls[0];
}
