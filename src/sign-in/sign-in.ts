import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { issuerOf } from './issuer';
import { SignInDomain } from './sign-in-domain';
import { ProfileUserPool } from './user-pool';
import { ProfileUserPoolClient } from './user-pool-client';
import { Settings } from '../settings';

/** Sign-up and sign-in: creates the user pool, the app client and the sign-in domain, unless the props specify existing resources. */
export class SignIn extends Construct {
  public readonly userPool: cognito.IUserPool;
  public readonly userPoolClient: cognito.IUserPoolClient;
  /** Undefined with an existing user pool. */
  public readonly userPoolDomain?: cognito.UserPoolDomain;
  /** The URL at which sign-in starts in a browser. Undefined with an existing user pool. */
  public readonly signInUrl?: string;
  /** The URL that signs out the user in a browser. Undefined with an existing user pool and without logout URLs. */
  public readonly signOutUrl?: string;
  /** The issuer (`iss` claim) of the tokens. */
  public readonly issuer: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    if (settings.userPool) {
      this.userPool = settings.userPool;
      this.issuer = settings.issuer ?? issuerOf(this.userPool);
      this.userPoolClient = settings.userPoolClient ?? this.createUserPoolClient(settings);
      return;
    }
    this.userPool = new ProfileUserPool(this, 'UserPool', settings);
    this.issuer = issuerOf(this.userPool);
    const userPoolClient = this.createUserPoolClient(settings);
    const userPoolDomain = new SignInDomain(this, 'UserPoolDomain', this.userPool, settings);
    this.userPoolClient = userPoolClient;
    this.userPoolDomain = userPoolDomain;
    this.signInUrl = userPoolDomain.startUrl(userPoolClient);
    this.signOutUrl = userPoolDomain.signOutUrl(userPoolClient);
  }

  private createUserPoolClient(settings: Settings): cognito.UserPoolClient {
    const userPoolClient = new ProfileUserPoolClient(this, 'UserPoolClient', this.userPool, settings);
    if (settings.managedLoginVersion === cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN) {
      // Without a branding style, managed login shows no page.
      new cognito.CfnManagedLoginBranding(this, 'ManagedLoginBranding', {
        userPoolId: this.userPool.userPoolId,
        clientId: userPoolClient.userPoolClientId,
        useCognitoProvidedValues: true,
      });
    }
    return userPoolClient;
  }
}
