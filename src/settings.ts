import { RemovalPolicy, Size } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';

/** The props that always have a value. */
type Defaulted =
  | 'oAuth' | 'authFlows' | 'mfa' | 'featurePlan'
  | 'runtime' | 'allowedOrigins' | 'throttle'
  | 'maxProfileSize' | 'userPartitions' | 'removalPolicy'
  | 'logRetention' | 'tracing' | 'dashboard';

/** What the construct goes by: the props over their defaults. */
export type Settings = CognitoProfileServiceProps & Required<Pick<CognitoProfileServiceProps, Defaulted>>;

/** Fills in the defaults that the props document. */
export function settingsOf(props: CognitoProfileServiceProps): Settings {
  return {
    ...props,
    oAuth: oAuthOver(props.oAuth),
    authFlows: props.authFlows ?? { userSrp: true, user: props.passkeys !== undefined },
    managedLoginVersion: props.managedLoginVersion ?? (props.userPool ? undefined : cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN),
    mfa: props.mfa ?? cognito.Mfa.OPTIONAL,
    featurePlan: props.featurePlan ?? cognito.FeaturePlan.ESSENTIALS,
    runtime: props.runtime ?? lambda.Runtime.NODEJS_24_X,
    allowedOrigins: props.allowedOrigins ?? ['*'],
    throttle: throttleOver(props.throttle),
    maxProfileSize: props.maxProfileSize ?? Size.kibibytes(64),
    userPartitions: props.userPartitions ?? 1,
    removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
    logRetention: props.logRetention ?? logs.RetentionDays.ONE_MONTH,
    tracing: props.tracing ?? lambda.Tracing.ACTIVE,
    dashboard: props.dashboard ?? false,
  };
}

function oAuthOver(given: cognito.OAuthSettings = {}): cognito.OAuthSettings {
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
    // Some languages say null where nothing is given.
    logoutUrls: given.logoutUrls ?? undefined,
    defaultRedirectUri: given.defaultRedirectUri ?? undefined,
  };
}

function throttleOver(given: apigwv2.ThrottleSettings = {}): apigwv2.ThrottleSettings {
  return { rateLimit: given.rateLimit ?? 1000, burstLimit: given.burstLimit ?? 1000 };
}
