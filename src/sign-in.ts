import { Fn, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';
import { encodeAroundTokens } from './encode-around-tokens';

const DOMAIN_PREFIX = 'profile-service-';

/** The prefix domain that a suffix makes. */
export function domainPrefix(domainSuffix: string): string {
  return DOMAIN_PREFIX + domainSuffix;
}

/** The app client's OAuth settings: what the app gave, field by field over the defaults. */
export function oAuthSettings(given: cognito.OAuthSettings = {}): cognito.OAuthSettings {
  return {
    // Stated, because the L2 adds the implicit grant where the flows are left out.
    flows: given.flows ?? { authorizationCodeGrant: true },
    scopes: given.scopes ?? [
      cognito.OAuthScope.PHONE,
      cognito.OAuthScope.EMAIL,
      cognito.OAuthScope.OPENID,
      cognito.OAuthScope.PROFILE,
      cognito.OAuthScope.COGNITO_ADMIN,
    ],
    callbackUrls: given.callbackUrls ?? ['https://localhost:3000'],
    logoutUrls: given.logoutUrls,
    defaultRedirectUri: given.defaultRedirectUri,
  };
}

/** Everything that signs users up and in: the user pool, the app client and the sign-in pages. */
export class SignIn {
  public readonly userPool: cognito.UserPool;
  public readonly userPoolClient: cognito.UserPoolClient;
  public readonly userPoolDomain: cognito.UserPoolDomain;

  private readonly oAuth: cognito.OAuthSettings;

  constructor(scope: Construct, props: CognitoProfileServiceProps) {
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN;
    const managedLoginVersion = props.managedLoginVersion ?? cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN;
    this.oAuth = oAuthSettings(props.oAuth);

    this.userPool = new cognito.UserPool(scope, 'UserPool', {
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      // The L2's default tells Ann@example.com from ann@example.com, and a pool can't change that later.
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
      removalPolicy,
    });
    this.userPoolClient = new cognito.UserPoolClient(scope, 'UserPoolClient', {
      userPool: this.userPool,
      generateSecret: false,
      authFlows: props.authFlows ?? { userSrp: true },
      oAuth: this.oAuth,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    this.userPoolDomain = new cognito.UserPoolDomain(scope, 'UserPoolDomain', {
      userPool: this.userPool,
      cognitoDomain: { domainPrefix: domainPrefix(props.domainSuffix) },
      managedLoginVersion,
    });
    if (managedLoginVersion === cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN) {
      new cognito.CfnManagedLoginBranding(scope, 'ManagedLoginBranding', {
        userPoolId: this.userPool.userPoolId,
        clientId: this.userPoolClient.userPoolClientId,
        useCognitoProvidedValues: true,
      });
    }
  }

  /** Where a browser starts to sign in; it comes back to the default redirect URI, or else to the first callback URL. */
  public get url(): string {
    const { defaultRedirectUri, callbackUrls } = this.oAuth;
    const redirectUri = defaultRedirectUri ?? Fn.select(0, callbackUrls!);
    return this.userPoolDomain.signInUrl(this.userPoolClient, { redirectUri: encodeAroundTokens(redirectUri) });
  }
}
