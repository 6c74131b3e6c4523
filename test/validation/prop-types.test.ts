import { Stack } from 'aws-cdk-lib';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';
import { PROP_NAMES } from '../support/stacks/prop-names';
import { synthesize } from '../support/stacks/synth';

/** What apps in languages without types can give. */
test.each<[string, unknown, string]>([
  ['domainSuffix', 7, 'domainSuffix: 7 is not a string'],
  ['signInDomain', { domainName: 'auth.example.com' }, 'is not of type CustomDomainOptions, with a domainName and an ICertificate'],
  ['managedLoginVersion', '2', "managedLoginVersion: '2' is not of type ManagedLoginVersion"],
  ['oAuth', 'code', "oAuth: 'code' is not an object"],
  ['oAuth', { scopes: ['openid'] }, 'oAuth.scopes: ["openid"] is not a list of OAuthScope'],
  ['oAuth', { callbackUrls: 'https://app.example.com' }, "oAuth.callbackUrls: 'https://app.example.com' is not a list of strings"],
  ['oAuth', { callbackUrls: [undefined] }, 'oAuth.callbackUrls: [null] is not a list of strings'],
  ['authFlows', true, 'authFlows: true is not an object'],
  ['refreshTokenRotationGracePeriod', 10, 'refreshTokenRotationGracePeriod: 10 is not of type Duration, such as Duration.seconds(10)'],
  ['selfSignUp', 'no', "selfSignUp: 'no' is not true or false"],
  ['email', 'a@b.example', "email: 'a@b.example' is not of type UserPoolEmail, such as UserPoolEmail.withSES"],
  ['issuer', 7, 'issuer: 7 is not a string'],
  ['mfa', 'required', "mfa: 'required' is not of type Mfa"],
  ['passkeys', true, 'passkeys: true is not of type PasskeyUserVerification'],
  ['featurePlan', 'plus', "featurePlan: 'plus' is not of type FeaturePlan"],
  ['threatProtection', true, 'threatProtection: true is not of type StandardThreatProtectionMode'],
  ['userPool', 'eu-west-1_abc', "userPool: 'eu-west-1_abc' is not of type IUserPool, with userPoolId and node"],
  ['userPoolClient', '1234', "userPoolClient: '1234' is not of type IUserPoolClient"],
  ['runtime', 'nodejs22.x', "runtime: 'nodejs22.x' is not of type Runtime, with name"],
  ['authorizationScopes', 'openid', "authorizationScopes: 'openid' is not a list of strings"],
  ['allowedOrigins', 'https://app.example.com', "allowedOrigins: 'https://app.example.com' is not a list of strings"],
  ['apiDomain', {}, 'apiDomain: {} is not of type DomainMappingOptions, with an IDomainName as domainName'],
  ['apiDomain', { domainName: 'api.example.com' }, 'apiDomain: {"domainName":"api.example.com"} is not of type DomainMappingOptions, with an IDomainName as domainName'],
  ['signInDomain', { domainName: 'auth.example.com', certificate: 'arn' }, 'is not of type CustomDomainOptions'],
  ['oAuth', { flows: 'code' }, "oAuth.flows: 'code' is not an object"],
  ['oAuth', { logoutUrls: [1] }, 'oAuth.logoutUrls: [1] is not a list of strings'],
  ['oAuth', { defaultRedirectUri: 1 }, 'oAuth.defaultRedirectUri: 1 is not a string'],
  ['runtime', circular(), 'runtime: this value is not of type Runtime'],
  ['throttle', 5, 'throttle: 5 is not an object'],
  ['tableCapacity', 5, 'tableCapacity: 5 is not an object'],
  ['table', 'profiles', "table: 'profiles' is not of type ITable, with tableArn and node"],
  ['profileSchema', 'object', "profileSchema: 'object' is not an object"],
  ['encryptionKey', { keyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1' }, 'is not of type IKey'],
  ['profileSchema', [], 'profileSchema: [] is not an object'],
  ['maxProfileSize', 65536, 'maxProfileSize: 65536 is not of type Size, with toBytes and isUnresolved'],
  ['userPartitions', '16', "userPartitions: '16' is not a number of partitions"],
  ['encryptionKey', 'arn:aws:kms:eu-west-1:123456789012:key/1', 'is not of type IKey, with keyArn and node'],
  ['changeEvents', 'changes', "changeEvents: 'changes' is not of type IEventBus, with eventBusArn and node"],
  ['removalPolicy', 'keep', "removalPolicy: 'keep' is not supported"],
  ['logRetention', '30', "logRetention: '30' is not a retention period"],
  ['tracing', 'active', "tracing: 'active' is not of type Tracing"],
  ['alarmTopic', 'arn:aws:sns:eu-west-1:123456789012:alarms', 'is not of type ITopic, with topicArn and node'],
  ['dashboard', 'false', "dashboard: 'false' is not true or false"],
])('%s: %p is refused', (prop, value, message) => {
  expect(() => synthesize({ [prop]: value })).toThrow(message);
});

test('each field of oAuth that is null is left out', () => {
  const fields = ['flows', 'scopes', 'callbackUrls', 'logoutUrls', 'defaultRedirectUri'];
  const oAuth = Object.fromEntries(fields.map((field) => [field, null]));
  expect(synthesize({ oAuth }).template.toJSON()).toEqual(synthesize().template.toJSON());
});

test('each prop that is null is left out', () => {
  const { template } = synthesize({ ...Object.fromEntries(PROP_NAMES.map((prop) => [prop, null])), domainSuffix: 'acme' });
  expect(template.toJSON()).toEqual(synthesize().template.toJSON());
});

test.each([undefined, null])('props of %s are said to lack the domain', (props) => {
  expect(() => new CognitoProfileService(new Stack(), 'Profiles', props as unknown as CognitoProfileServiceProps)).toThrow('domainSuffix: is missing');
});

function circular(): object {
  const value: { self?: object } = {};
  value.self = value;
  return value;
}
