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
    const redirectUri = this.oAuth.defaultRedirectUri ?? Fn.select(0, this.oAuth.callbackUrls!);
    const { region } = Stack.of(this);
    // In AWS GovCloud (US), only the FIPS endpoint serves the sign-in pages.
    const fips = !Token.isUnresolved(region) && region.startsWith('us-gov-');
    return this.signInUrl(client, { redirectUri: encodeAroundTokens(redirectUri), fips });
  }
}
