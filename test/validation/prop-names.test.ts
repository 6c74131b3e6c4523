import { readFileSync } from 'fs';
import * as path from 'path';
import { Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { CognitoProfileServiceProps } from '../../src';
import { nearestName } from '../../src/validation/nearest-name';
import { validateNames } from '../../src/validation/prop-names';
import { PROP_NAMES } from '../../src/validation/prop-types';
import { PROP_NAMES as DECLARED } from '../support/stacks/prop-names';
import { synthesize } from '../support/stacks/synth';

function errorsOf(props: object): string[] {
  return validateNames(props as CognitoProfileServiceProps).map(({ text }) => text);
}

test('every prop is known', () => {
  expect([...PROP_NAMES].sort()).toEqual([...DECLARED].sort());
});

test.each([
  ['a misspelled prop', { profileScheme: { type: 'object' } }, 'profileScheme: is not a prop of CognitoProfileService; use profileSchema, or omit it'],
  ['a prop in another case', { selfSignup: false }, 'selfSignup: is not a prop of CognitoProfileService; use selfSignUp, or omit it'],
  ['a name with other characters', { 'mfa!': 1 }, 'mfa!: is not a prop of CognitoProfileService; use mfa, or omit it'],
  ['a field of signInDomain', { signInDomain: { domainname: 'auth.example.com' } }, 'signInDomain.domainname: is not a field of signInDomain; use domainName, or omit it'],
  ['a field of oAuth', { oAuth: { callbackURL: [] } }, 'oAuth.callbackURL: is not a field of oAuth; use callbackUrls, or omit it'],
  ['a field of oAuth.flows', { oAuth: { flows: { implicitCodeGrants: true } } }, 'oAuth.flows.implicitCodeGrants: is not a field of oAuth.flows; use implicitCodeGrant, or omit it'],
  ['a field of authFlows', { authFlows: { userSRP: true } }, 'authFlows.userSRP: is not a field of authFlows; use userSrp, or omit it'],
  ['a field of apiDomain', { apiDomain: { mappingkeys: 'v1' } }, 'apiDomain.mappingkeys: is not a field of apiDomain; use mappingKey, or omit it'],
  ['a field of throttle', { throttle: { rateLimits: 5 } }, 'throttle.rateLimits: is not a field of throttle; use rateLimit, or omit it'],
  ['a field of tableCapacity', { tableCapacity: { readCapacities: 5 } }, 'tableCapacity.readCapacities: is not a field of tableCapacity; use readCapacity, or omit it'],
])('refuses %s', (_, props, message) => {
  expect(errorsOf(props)).toEqual([message]);
  expect(() => synthesize(props as CognitoProfileServiceProps)).toThrow(`  - ${message}`);
});

test('names that are like no other are accepted, as apps pass objects that hold more, and a newer CDK can have more fields', () => {
  expect(errorsOf({ env: { region: 'eu-west-1' }, stackName: 'Profiles', teamName: 'acme', oAuth: { resourceServers: [] }, throttle: { quota: 5 } })).toEqual([]);
});

test('undefined and null are no values, whatever their names', () => {
  const nothing = { profileScheme: undefined, tables: null, throttle: { rateLimits: undefined, burstLimits: null } };
  expect(synthesize(nothing as CognitoProfileServiceProps).template.toJSON()).toEqual(synthesize().template.toJSON());
});

test('only what an object has itself counts, and its class does not', () => {
  class Throttle {
    public readonly rateLimit = 5;
    public get rateLimits() {
      return 5;
    }
  }
  const withoutPrototype = Object.assign(Object.create(null), { callbackUrls: ['https://a.example'] });
  expect(errorsOf({ throttle: new Throttle(), oAuth: withoutPrototype, authFlows: Object.create({ userSRP: true }) })).toEqual([]);
});

test('what is no struct is reported as such, and not by its members', () => {
  expect(errorsOf({ throttle: [5], apiDomain: new Stack(), authFlows: 'srp' })).toEqual([]);
});

test('structs that hold constructs are accepted', () => {
  expect(() => synthesize((scope) => ({
    signInDomain: {
      domainName: 'auth.example.com',
      certificate: Certificate.fromCertificateArn(scope, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/1'),
    },
  }))).not.toThrow();
});

/** A newer AWS CDK can add fields that are like those of today, which users of it would give. */
test.each([
  ['oAuth', 'aws-cognito/lib/user-pool-client', 'OAuthSettings'],
  ['authFlows', 'aws-cognito/lib/user-pool-client', 'AuthFlow'],
  ['signInDomain', 'aws-cognito/lib/user-pool-domain', 'CustomDomainOptions'],
  ['apiDomain', 'aws-apigatewayv2/lib/common/stage', 'DomainMappingOptions'],
  ['throttle', 'aws-apigatewayv2/lib/common/stage', 'ThrottleSettings'],
])('every field of %s in the AWS CDK is known', (prop, file, type) => {
  const fields = fieldsOf(file, type);
  expect(fields.length).toBeGreaterThan(1);
  expect(errorsOf({ [prop]: Object.fromEntries(fields.map((field) => [field, {}])) })).toEqual([]);
});

test('every field of oAuth.flows in the AWS CDK is known', () => {
  const fields = fieldsOf('aws-cognito/lib/user-pool-client', 'OAuthFlows');
  expect(fields.length).toBeGreaterThan(1);
  expect(errorsOf({ oAuth: { flows: Object.fromEntries(fields.map((field) => [field, true])) } })).toEqual([]);
});

function fieldsOf(file: string, type: string): string[] {
  const declarations = readFileSync(path.join(path.dirname(require.resolve('aws-cdk-lib/package.json')), `${file}.d.ts`), 'utf-8');
  const [, body] = new RegExp(`interface ${type} {\n([^]*?)\n}`).exec(declarations)!;
  return [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].map(([, field]) => field);
}

test.each([
  ['profileScheme', ['profileSchema', 'userPool'], 'profileSchema'],
  ['MFA', ['mfa', 'email'], 'mfa'],
  ['tabel', ['table', 'tableCapacity'], 'table'],
  ['user', ['userPool', 'mfa'], undefined],
  ['constructor', ['email'], undefined],
])('the name nearest to %s in %j is %s', (misspelled, names, nearest) => {
  expect(nearestName(misspelled, names)).toBe(nearest);
});
