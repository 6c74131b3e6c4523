import { App, Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../../src';

/** The tutorial's configuration. */
export const TUTORIAL: Partial<CognitoProfileServiceProps> = {
  managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
  oAuth: { flows: { implicitCodeGrant: true } },
  tableCapacity: { readCapacity: 1, writeCapacity: 1 },
};

const CERTIFICATES = 'arn:aws:acm:us-east-1:123456789012:certificate';

/** All compatible props, with the resources that they need. `domainSuffix` and existing resources, with their `timeToLiveAttribute`, are
 * incompatible with some of them. */
export function everyProp(scope: Construct, runtime: lambda.Runtime): CognitoProfileServiceProps {
  const encryptionKey = new kms.Key(scope, 'Key', { enableKeyRotation: true });
  const alarmTopic = new sns.Topic(scope, 'AlarmTopic', { masterKey: encryptionKey, enforceSSL: true });
  // A topic without a policy takes what comes from its account. This one has a policy, by `enforceSSL`, and a key, which both must let alarms in.
  const alarms = new iam.ServicePrincipal('cloudwatch.amazonaws.com');
  alarmTopic.grantPublish(alarms);
  encryptionKey.grant(alarms, 'kms:Decrypt', 'kms:GenerateDataKey*');
  return {
    signInDomain: {
      domainName: 'auth.example.com',
      certificate: Certificate.fromCertificateArn(scope, 'SignInCertificate', `${CERTIFICATES}/11111111-1111-1111-1111-111111111111`),
    },
    managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE, cognito.OAuthScope.COGNITO_ADMIN],
      callbackUrls: ['https://app.example.com/signed-in', 'https://localhost:3000'],
      logoutUrls: ['https://app.example.com/signed-out'],
      defaultRedirectUri: 'https://app.example.com/signed-in',
    },
    authFlows: { userSrp: true, user: true },
    refreshTokenRotationGracePeriod: Duration.seconds(10),
    selfSignUp: true,
    email: cognito.UserPoolEmail.withSES({ fromEmail: 'no-reply@example.com', sesVerifiedDomain: 'example.com', sesRegion: 'us-east-1' }),
    mfa: cognito.Mfa.OPTIONAL,
    passkeys: cognito.PasskeyUserVerification.REQUIRED,
    featurePlan: cognito.FeaturePlan.PLUS,
    threatProtection: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
    runtime,
    authorizationScopes: ['openid'],
    allowedOrigins: ['https://app.example.com'],
    apiDomain: {
      domainName: new apigwv2.DomainName(scope, 'ApiDomain', {
        domainName: 'api.example.com',
        certificate: Certificate.fromCertificateArn(scope, 'ApiCertificate', `${CERTIFICATES}/22222222-2222-2222-2222-222222222222`),
      }),
      mappingKey: 'v1',
    },
    throttle: { rateLimit: 200, burstLimit: 400 },
    tableCapacity: { readCapacity: 20, writeCapacity: 10 },
    profileSchema: {
      type: 'object',
      properties: { name: { type: 'string', maxLength: 100 }, plan: { enum: ['free', 'paid'], readOnly: true } },
      required: ['name'],
    },
    maxProfileSize: Size.kibibytes(16),
    userPartitions: 16,
    encryptionKey,
    removalPolicy: RemovalPolicy.RETAIN,
    adminGroup: 'admins',
    accountDeletion: true,
    changeEvents: new events.EventBus(scope, 'EventBus'),
    logRetention: logs.RetentionDays.ONE_YEAR,
    tracing: lambda.Tracing.ACTIVE,
    alarmTopic,
    dashboard: true,
  };
}

/** What an app has already: pool, client and table. */
export function brought(scope: Construct): CognitoProfileServiceProps {
  const userPool = new cognito.UserPool(scope, 'UserPool');
  return {
    userPool,
    issuer: `https://${userPool.userPoolProviderName}`,
    userPoolClient: userPool.addClient('Client'),
    table: new dynamodb.TableV2(scope, 'Table', {
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      timeToLiveAttribute: 'delete_after',
    }),
    accountDeletion: true,
    timeToLiveAttribute: 'delete_after',
  };
}

/** A stack with one service. */
export function stackOf(app: App, props: (scope: Construct) => CognitoProfileServiceProps): Stack {
  const stack = new Stack(app, 'Stack');
  new CognitoProfileService(stack, 'Profiles', props(stack));
  return stack;
}

/** The stacks that stand for all that the construct can make. */
export const STACKS: Record<string, (scope: Construct) => CognitoProfileServiceProps> = {
  'default': () => ({ domainSuffix: 'acme' }),
  "tutorial's, in Node.js": () => ({ domainSuffix: 'acme', ...TUTORIAL, runtime: lambda.Runtime.NODEJS_24_X }),
  "tutorial's, in Python": () => ({ domainSuffix: 'acme', ...TUTORIAL, runtime: lambda.Runtime.PYTHON_3_14 }),
  'every prop, in Node.js': (scope) => everyProp(scope, lambda.Runtime.NODEJS_24_X),
  'every prop, in Python': (scope) => everyProp(scope, lambda.Runtime.PYTHON_3_14),
  'bring-your-own': (scope) => brought(scope),
};
