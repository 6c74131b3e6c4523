import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { CognitoProfileServiceProps } from '../../src';
import { Given } from '../support/stacks/synth';

/** A change of a prop in a deployed stack. */
export interface Change {
  readonly prop: keyof CognitoProfileServiceProps;
  /** The change as `docs/changes/` describes it. */
  readonly change: string;
  /** The props before the change. Defaults to none but the domain suffix. */
  readonly from?: Given;
  /** The props after the change. Defaults to none but the domain suffix. */
  readonly to?: Given;
}

const ADMINS = { adminGroup: 'admins' };
const CLASSIC = { managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI };
const DELETION = { accountDeletion: true };
const DESTROY = { removalPolicy: RemovalPolicy.DESTROY };
const PLUS = { featurePlan: cognito.FeaturePlan.PLUS };
const PROVISIONED = { tableCapacity: { readCapacity: 5, writeCapacity: 5 } };
const PASSKEYS = { passkeys: cognito.PasskeyUserVerification.REQUIRED };
const ROTATION = { refreshTokenRotationGracePeriod: Duration.seconds(10) };
const EMAIL = { email: cognito.UserPoolEmail.withSES({ fromEmail: 'no-reply@acme.example', sesRegion: 'eu-west-1' }) };

function signInDomain(domainName: string, others: CognitoProfileServiceProps = {}): Given {
  return (scope) => ({ signInDomain: { domainName, certificate: certificate(scope) }, ...others });
}

function certificate(scope: Construct) {
  return Certificate.fromCertificateArn(scope, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-1111-1111-111111111111');
}

function userPool(userPoolId: string, others: CognitoProfileServiceProps = {}): Given {
  return (scope) => ({ userPool: cognito.UserPool.fromUserPoolId(scope, 'UserPool', userPoolId), ...others });
}

function userPoolClient(userPoolClientId: string): Given {
  return (scope) => ({
    userPool: cognito.UserPool.fromUserPoolId(scope, 'UserPool', 'eu-west-1_first'),
    userPoolClient: cognito.UserPoolClient.fromUserPoolClientId(scope, 'UserPoolClient', userPoolClientId),
  });
}

function apiDomain(name: string, mappingKey?: string): Given {
  return (scope) => ({
    domainSuffix: 'acme',
    apiDomain: {
      domainName: apigwv2.DomainName.fromDomainNameAttributes(scope, 'ApiDomain', {
        name, regionalDomainName: 'd-1.execute-api.eu-west-1.amazonaws.com', regionalHostedZoneId: 'Z1',
      }),
      mappingKey,
    },
  });
}

function table(tableName: string, others: CognitoProfileServiceProps = {}): Given {
  return (scope) => ({ domainSuffix: 'acme', table: dynamodb.Table.fromTableName(scope, 'Table', tableName), ...others });
}

function changeEvents(name: string): Given {
  return (scope) => ({ domainSuffix: 'acme', changeEvents: events.EventBus.fromEventBusName(scope, 'EventBus', name) });
}

function encryptionKey(keyId: string): Given {
  return (scope) => ({ domainSuffix: 'acme', encryptionKey: kms.Key.fromKeyArn(scope, 'Key', `arn:aws:kms:eu-west-1:123456789012:key/${keyId}`) });
}

function alarmTopic(name: string): Given {
  return (scope) => ({ domainSuffix: 'acme', alarmTopic: sns.Topic.fromTopicArn(scope, 'Topic', `arn:aws:sns:eu-west-1:123456789012:${name}`) });
}

/** The changes of each prop, in the order of the props. */
export const CHANGES: readonly Change[] = [
  // Sign-in
  { prop: 'domainSuffix', change: "`'acme'` to `'other'`", from: { domainSuffix: 'acme' }, to: { domainSuffix: 'other' } },
  { prop: 'signInDomain', change: "none to `'auth.example.com'`, instead of `domainSuffix`", to: signInDomain('auth.example.com') },
  { prop: 'signInDomain', change: "`'auth.example.com'` to none, with `domainSuffix`", from: signInDomain('auth.example.com') },
  { prop: 'signInDomain', change: "`'auth.example.com'` to `'login.example.com'`", from: signInDomain('auth.example.com'), to: signInDomain('login.example.com') },
  {
    prop: 'signInDomain',
    change: 'the same, with `passkeys`',
    from: signInDomain('auth.example.com', PASSKEYS),
    to: signInDomain('login.example.com', PASSKEYS),
  },
  { prop: 'managedLoginVersion', change: 'newer to classic', to: CLASSIC },
  { prop: 'managedLoginVersion', change: 'classic to newer', from: CLASSIC },
  { prop: 'oAuth', change: '`callbackUrls`, the first', to: { oAuth: { callbackUrls: ['https://app.example.com'] } } },
  { prop: 'oAuth', change: '`scopes`', to: { oAuth: { scopes: [cognito.OAuthScope.OPENID] } } },
  { prop: 'authFlows', change: '`userSrp` to `userPassword`', to: { authFlows: { userPassword: true } } },
  { prop: 'refreshTokenRotationGracePeriod', change: 'none to 10 seconds', to: ROTATION },
  { prop: 'refreshTokenRotationGracePeriod', change: '10 seconds to none', from: ROTATION },
  { prop: 'selfSignUp', change: '`true` to `false`', to: { selfSignUp: false } },
  { prop: 'email', change: 'none to Amazon SES', to: EMAIL },
  { prop: 'email', change: 'Amazon SES to none', from: EMAIL },
  { prop: 'mfa', change: '`OPTIONAL` to `REQUIRED`', to: { mfa: cognito.Mfa.REQUIRED } },
  { prop: 'mfa', change: '`OPTIONAL` to `OFF`', to: { mfa: cognito.Mfa.OFF } },
  { prop: 'passkeys', change: 'none to `REQUIRED`', to: PASSKEYS },
  { prop: 'passkeys', change: '`REQUIRED` to none', from: PASSKEYS },
  { prop: 'featurePlan', change: '`ESSENTIALS` to `PLUS`', to: PLUS },
  {
    prop: 'featurePlan',
    change: '`PLUS` with `threatProtection` to `ESSENTIALS` without',
    from: { ...PLUS, threatProtection: cognito.StandardThreatProtectionMode.FULL_FUNCTION },
  },
  { prop: 'featurePlan', change: '`ESSENTIALS` to `LITE`, with the classic pages', to: { ...CLASSIC, featurePlan: cognito.FeaturePlan.LITE } },
  {
    prop: 'threatProtection',
    change: 'none to `FULL_FUNCTION`',
    from: PLUS,
    to: { ...PLUS, threatProtection: cognito.StandardThreatProtectionMode.FULL_FUNCTION },
  },
  { prop: 'userPool', change: 'made to existing', to: userPool('eu-west-1_first') },
  { prop: 'userPool', change: 'made to existing, with `DESTROY`', from: DESTROY, to: userPool('eu-west-1_first', DESTROY) },
  { prop: 'userPool', change: 'existing to made', from: userPool('eu-west-1_first') },
  { prop: 'userPool', change: 'existing to another', from: userPool('eu-west-1_first'), to: userPool('eu-west-1_second') },
  {
    prop: 'issuer',
    change: 'none to the updated issuer',
    from: userPool('eu-west-1_first'),
    to: userPool('eu-west-1_first', { issuer: 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_first' }),
  },
  { prop: 'userPoolClient', change: 'made to existing', from: userPool('eu-west-1_first'), to: userPoolClient('client1') },
  { prop: 'userPoolClient', change: 'existing to made', from: userPoolClient('client1'), to: userPool('eu-west-1_first') },
  // API
  { prop: 'runtime', change: 'Node.js to a newer Node.js', from: { runtime: lambda.Runtime.NODEJS_22_X } },
  { prop: 'runtime', change: 'Node.js to Python', to: { runtime: lambda.Runtime.PYTHON_3_14 } },
  { prop: 'authorizationScopes', change: "none to `['openid']`", to: { authorizationScopes: ['openid'] } },
  { prop: 'allowedOrigins', change: "`['*']` to one origin", to: { allowedOrigins: ['https://app.example.com'] } },
  { prop: 'apiDomain', change: 'none to a domain', to: apiDomain('api.example.com') },
  { prop: 'apiDomain', change: 'a domain to none', from: apiDomain('api.example.com') },
  { prop: 'apiDomain', change: 'a domain to another', from: apiDomain('api.example.com'), to: apiDomain('profiles.example.com') },
  { prop: 'apiDomain', change: '`mappingKey`', from: apiDomain('api.example.com', 'v1'), to: apiDomain('api.example.com', 'v2') },
  { prop: 'throttle', change: 'other limits', to: { throttle: { rateLimit: 200, burstLimit: 400 } } },
  // Data
  { prop: 'tableCapacity', change: 'on-demand to provisioned', to: PROVISIONED },
  { prop: 'tableCapacity', change: 'provisioned to on-demand', from: PROVISIONED },
  { prop: 'tableCapacity', change: 'other units', from: PROVISIONED, to: { tableCapacity: { readCapacity: 20, writeCapacity: 10 } } },
  { prop: 'table', change: 'made to existing', to: table('first') },
  { prop: 'table', change: 'made to existing, with `DESTROY`', from: DESTROY, to: table('first', DESTROY) },
  { prop: 'table', change: 'existing to made', from: table('first') },
  { prop: 'table', change: 'existing to another', from: table('first'), to: table('second') },
  { prop: 'profileSchema', change: 'none to a schema', to: { profileSchema: { type: 'object' } } },
  { prop: 'profileSchema', change: 'a stricter schema', from: { profileSchema: { type: 'object' } }, to: { profileSchema: { type: 'object', required: ['name'] } } },
  { prop: 'maxProfileSize', change: 'lower', to: { maxProfileSize: Size.kibibytes(16) } },
  { prop: 'userPartitions', change: '`1` to `16`', to: { userPartitions: 16 } },
  { prop: 'encryptionKey', change: 'none to a key', to: encryptionKey('first') },
  { prop: 'encryptionKey', change: 'a key to another', from: encryptionKey('first'), to: encryptionKey('second') },
  { prop: 'encryptionKey', change: 'a key to none', from: encryptionKey('first') },
  { prop: 'removalPolicy', change: '`RETAIN` to `DESTROY`', to: DESTROY },
  { prop: 'removalPolicy', change: '`DESTROY` to `RETAIN`', from: DESTROY },
  // Administration and events
  { prop: 'adminGroup', change: "none to `'admins'`", to: ADMINS },
  { prop: 'adminGroup', change: "`'admins'` to `'support'`", from: ADMINS, to: { adminGroup: 'support' } },
  { prop: 'adminGroup', change: "`'admins'` to none", from: ADMINS },
  { prop: 'accountDeletion', change: '`false` to `true`', to: DELETION },
  { prop: 'accountDeletion', change: '`true` to `false`', from: DELETION },
  {
    prop: 'timeToLiveAttribute',
    change: 'an attribute to another',
    from: table('first', { ...DELETION, timeToLiveAttribute: 'expires_at' }),
    to: table('first', { ...DELETION, timeToLiveAttribute: 'ttl' }),
  },
  // Operations
  { prop: 'changeEvents', change: 'none to an event bus', to: changeEvents('first') },
  { prop: 'changeEvents', change: 'an event bus to another', from: changeEvents('first'), to: changeEvents('second') },
  { prop: 'changeEvents', change: 'an event bus to none', from: changeEvents('first') },
  { prop: 'logRetention', change: 'one month to one week', to: { logRetention: logs.RetentionDays.ONE_WEEK } },
  { prop: 'tracing', change: '`ACTIVE` to `DISABLED`', to: { tracing: lambda.Tracing.DISABLED } },
  { prop: 'alarmTopic', change: 'none to a topic', to: alarmTopic('first') },
  { prop: 'alarmTopic', change: 'a topic to another', from: alarmTopic('first'), to: alarmTopic('second') },
  { prop: 'alarmTopic', change: 'a topic to none', from: alarmTopic('first') },
  { prop: 'dashboard', change: '`false` to `true`', to: { dashboard: true } },
  { prop: 'dashboard', change: '`true` to `false`', from: { dashboard: true } },
];
