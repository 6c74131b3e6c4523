import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { createBranding, createUserPoolDomain, signInUrl } from './sign-in-pages';
import { createUserPool } from './user-pool';
import { createUserPoolClient } from './user-pool-client';
import { Settings } from '../settings';

/** Everything that signs users up and in, made or brought. */
export interface SignIn {
  readonly userPool: cognito.IUserPool;
  readonly userPoolClient: cognito.IUserPoolClient;
  readonly userPoolDomain?: cognito.UserPoolDomain;
  /** Where a browser starts to sign in; not known of a pool or client that is brought. */
  readonly signInUrl?: string;
}

/** Makes what signs users up and in, as far as the app has not got it already. */
export function createSignIn(scope: Construct, settings: Settings): SignIn {
  if (settings.userPool) {
    return { userPool: settings.userPool, userPoolClient: settings.userPoolClient ?? createBrandedClient(scope, settings.userPool, settings) };
  }
  const userPool = createUserPool(scope, settings);
  const userPoolClient = createBrandedClient(scope, userPool, settings);
  const userPoolDomain = createUserPoolDomain(scope, userPool, settings);
  return { userPool, userPoolClient, userPoolDomain, signInUrl: signInUrl(userPoolDomain, userPoolClient, settings) };
}

function createBrandedClient(scope: Construct, userPool: cognito.IUserPool, settings: Settings): cognito.UserPoolClient {
  const userPoolClient = createUserPoolClient(scope, userPool, settings);
  if (settings.managedLoginVersion === cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN) {
    createBranding(scope, userPool, userPoolClient);
  }
  return userPoolClient;
}
