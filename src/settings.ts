import { RemovalPolicy, Size } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';
import { optionalParts } from './optional-parts';
import { SchemaReading } from './profile-schema/reader';

/** The props that have a default value. */
type Defaulted =
  | 'oAuth' | 'authFlows' | 'selfSignUp' | 'mfa' | 'featurePlan'
  | 'runtime' | 'allowedOrigins' | 'throttle'
  | 'maxProfileSize' | 'userPartitions' | 'removalPolicy'
  | 'accountDeletion'
  | 'logRetention' | 'tracing' | 'dashboard';

/** Props with defaults applied. */
export type Settings = CognitoProfileServiceProps & Required<Pick<CognitoProfileServiceProps, Defaulted>> & {
  /** The parsed `profileSchema`. Its document is usable only if it has no errors. */
  readonly parsedSchema?: SchemaReading;
};

/** Applies the defaults that the props document. */
export function resolveDefaults(props: CognitoProfileServiceProps): Settings {
  return {
    ...props,
    oAuth: withOAuthDefaults(props.oAuth),
    authFlows: props.authFlows ?? { userSrp: true, user: props.passkeys !== undefined },
    managedLoginVersion: props.managedLoginVersion ?? (props.userPool ? undefined : cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN),
    selfSignUp: props.selfSignUp ?? true,
    mfa: props.mfa ?? cognito.Mfa.OPTIONAL,
    featurePlan: props.featurePlan ?? cognito.FeaturePlan.ESSENTIALS,
    runtime: props.runtime ?? lambda.Runtime.NODEJS_24_X,
    allowedOrigins: props.allowedOrigins ?? ['*'],
    throttle: withThrottleDefaults(props.throttle),
    maxProfileSize: props.maxProfileSize ?? Size.kibibytes(64),
    userPartitions: props.userPartitions ?? 1,
    removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
    accountDeletion: props.accountDeletion ?? false,
    logRetention: props.logRetention ?? logs.RetentionDays.ONE_MONTH,
    tracing: props.tracing ?? lambda.Tracing.ACTIVE,
    dashboard: props.dashboard ?? false,
    parsedSchema: props.profileSchema && optionalParts.profileSchema.readProfileSchema(props.profileSchema),
  };
}

function withOAuthDefaults(given: cognito.OAuthSettings = {}): cognito.OAuthSettings {
  // Other jsii languages pass null for omitted values.
  const callbackUrls = given.callbackUrls ?? ['https://localhost:3000'];
  return {
    // Explicit, because the L2 construct adds the implicit grant if the flows are omitted.
    flows: given.flows ?? { authorizationCodeGrant: true },
    scopes: given.scopes ?? [
      cognito.OAuthScope.PHONE,
      cognito.OAuthScope.EMAIL,
      cognito.OAuthScope.OPENID,
      cognito.OAuthScope.PROFILE,
      cognito.OAuthScope.COGNITO_ADMIN,
    ],
    callbackUrls,
    logoutUrls: given.logoutUrls ?? callbackUrls,
    defaultRedirectUri: given.defaultRedirectUri ?? undefined,
  };
}

function withThrottleDefaults(given: apigwv2.ThrottleSettings = {}): apigwv2.ThrottleSettings {
  return { rateLimit: given.rateLimit ?? 1000, burstLimit: given.burstLimit ?? 1000 };
}
