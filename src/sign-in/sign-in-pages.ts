import { Fn, Stack, Token } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { domainPrefix } from './domain-prefix';
import { encodeAroundTokens } from './encode-around-tokens';
import { Settings } from '../settings';

/** Makes the domain that serves the sign-in pages. */
export function createUserPoolDomain(scope: Construct, userPool: cognito.IUserPool, settings: Settings): cognito.UserPoolDomain {
  const { domainSuffix, signInDomain, managedLoginVersion } = settings;
  return new cognito.UserPoolDomain(scope, 'UserPoolDomain', {
    userPool,
    ...signInDomain ? { customDomain: signInDomain } : { cognitoDomain: { domainPrefix: domainPrefix(domainSuffix!) } },
    managedLoginVersion,
  });
}

/** Gives the newer sign-in pages of an app client Cognito's own look; without any they would not be shown. */
export function createBranding(scope: Construct, userPool: cognito.IUserPool, userPoolClient: cognito.IUserPoolClient): void {
  new cognito.CfnManagedLoginBranding(scope, 'ManagedLoginBranding', {
    userPoolId: userPool.userPoolId,
    clientId: userPoolClient.userPoolClientId,
    useCognitoProvidedValues: true,
  });
}

/** Where a browser starts to sign in; it comes back to the default redirect URI, or else to the first callback URL. */
export function signInUrl(domain: cognito.UserPoolDomain, client: cognito.UserPoolClient, { oAuth }: Settings): string {
  const redirectUri = oAuth.defaultRedirectUri ?? Fn.select(0, oAuth.callbackUrls!);
  const { region } = Stack.of(domain);
  // AWS GovCloud (US) serves them there only.
  const fips = !Token.isUnresolved(region) && region.startsWith('us-gov-');
  return domain.signInUrl(client, { redirectUri: encodeAroundTokens(redirectUri), fips });
}
