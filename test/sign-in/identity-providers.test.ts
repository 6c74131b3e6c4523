import { App, NestedStack, SecretValue, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { CognitoProfileService } from '../../src';
import { onlyResource, synthesize } from '../support/stacks/synth';

type CreateProvider = (scope: Construct, userPool: cognito.IUserPool) => cognito.IUserPoolIdentityProvider;

const google: CreateProvider = (scope, userPool) => new cognito.UserPoolIdentityProviderGoogle(scope, 'Google', {
  userPool,
  clientId: 'client',
  clientSecretValue: SecretValue.secretsManager('google'),
  attributeMapping: { email: cognito.ProviderAttribute.GOOGLE_EMAIL },
});
const saml: CreateProvider = (scope, userPool) => new cognito.UserPoolIdentityProviderSaml(scope, 'Saml', {
  userPool,
  metadata: cognito.UserPoolIdentityProviderSamlMetadata.url('https://idp.example.com/metadata'),
});
const oidc: CreateProvider = (scope, userPool) => new cognito.UserPoolIdentityProviderOidc(scope, 'Oidc', {
  userPool,
  clientId: 'client',
  clientSecret: SecretValue.secretsManager('oidc').unsafeUnwrap(),
  issuerUrl: 'https://idp.example.com',
});

test.each([['Google', google], ['SAML', saml], ['OpenID Connect', oidc]])('%s, created after the service, can sign in users', (_, createProvider) => {
  const { service, stack } = synthesizeLater();
  createProvider(stack, service.userPool);
  const template = Template.fromStack(stack);
  const provider = Object.keys(template.findResources('AWS::Cognito::UserPoolIdentityProvider'));
  // A reference, so that CloudFormation creates the identity provider first.
  expect(providersOf(template)).toEqual(['COGNITO', { Ref: provider[0] }]);
});

test('several identity providers can sign in users', () => {
  const { service, stack } = synthesizeLater();
  [google, saml, oidc].forEach((createProvider) => createProvider(stack, service.userPool));
  expect(providersOf(Template.fromStack(stack))).toHaveLength(4);
});

test('the template contains no secret', () => {
  const { service, stack } = synthesizeLater();
  google(stack, service.userPool);
  expect(onlyResource(Template.fromStack(stack), 'AWS::Cognito::UserPoolIdentityProvider').Properties.ProviderDetails.client_secret)
    .toBe('{{resolve:secretsmanager:google:SecretString:::}}');
});

test('without identity providers users sign in with the user pool only', () => {
  expect(providersOf(synthesize().template)).toEqual(['COGNITO']);
});

test('identity providers of an existing user pool can sign in users of a new app client, before and after the service', () => {
  const stack = new Stack(new App(), 'Stack');
  const userPool = new cognito.UserPool(stack, 'UserPool');
  google(stack, userPool);
  new CognitoProfileService(stack, 'Profiles', { userPool });
  saml(stack, userPool);
  expect(providersOf(Template.fromStack(stack))).toHaveLength(3);
});

test('an imported identity provider of an imported user pool can be registered by its name', () => {
  const stack = new Stack(new App(), 'Stack');
  const userPool = cognito.UserPool.fromUserPoolId(stack, 'UserPool', 'eu-west-1_abc');
  new CognitoProfileService(stack, 'Profiles', { userPool });
  userPool.registerIdentityProvider(cognito.UserPoolIdentityProvider.fromProviderName(stack, 'Okta', 'Okta'));
  expect(providersOf(Template.fromStack(stack))).toEqual(['COGNITO', 'Okta']);
});

test('an existing app client is left alone', () => {
  const stack = new Stack(new App(), 'Stack');
  const userPool = new cognito.UserPool(stack, 'UserPool');
  const userPoolClient = userPool.addClient('Client');
  new CognitoProfileService(stack, 'Profiles', { userPool, userPoolClient });
  google(stack, userPool);
  expect(providersOf(Template.fromStack(stack))).toEqual(['COGNITO']);
});

test('an identity provider in a nested stack can sign in users', () => {
  const { service, stack } = synthesizeLater();
  google(new NestedStack(stack, 'Nested'), service.userPool);
  expect(providersOf(Template.fromStack(stack))).toEqual(['COGNITO', { 'Fn::GetAtt': [expect.any(String), expect.stringMatching(/^Outputs\./)] }]);
});

test('identity providers can be in other nested stacks than the app client, if the user pool is in neither', () => {
  const stack = new Stack(new App(), 'Stack');
  const userPool = new cognito.UserPool(stack, 'UserPool');
  const nested = new NestedStack(stack, 'Nested');
  new CognitoProfileService(nested, 'Profiles', { userPool });
  google(new NestedStack(stack, 'Providers'), userPool);
  expect(providersOf(Template.fromStack(nested))).toHaveLength(2);
});

test('an identity provider of an imported user pool can be in any stack', () => {
  const stack = new Stack(new App(), 'Stack');
  const other = new Stack(stack.node.root as App, 'Other');
  const userPool = cognito.UserPool.fromUserPoolId(stack, 'UserPool', 'eu-west-1_abc');
  new CognitoProfileService(stack, 'Profiles', { userPool });
  google(other, userPool);
  userPool.registerIdentityProvider(cognito.UserPoolIdentityProvider.fromProviderName(other, 'Okta', 'Okta'));
  expect(providersOf(Template.fromStack(stack))).toEqual(['COGNITO', { 'Fn::ImportValue': expect.any(String) }, 'Okta']);
});

test('identity providers are found as well if the list was resolved before', () => {
  const { service, stack } = synthesizeLater();
  stack.resolve((service.userPoolClient.node.defaultChild as cognito.CfnUserPoolClient).supportedIdentityProviders);
  google(stack, service.userPool);
  expect(providersOf(Template.fromStack(stack))).toHaveLength(2);
});

test.each<[string, (nested: NestedStack) => Stack]>([
  ['the stack around it', (nested) => nested.nestedStackParent!],
  ['a nested stack beside it', (nested) => new NestedStack(nested.nestedStackParent!, 'Sibling')],
])('a service in a nested stack refuses an identity provider in %s, because they would depend on each other', (_, stackOf) => {
  const nested = new NestedStack(new Stack(new App(), 'Stack'), 'Nested');
  const service = new CognitoProfileService(nested, 'Profiles', { domainSuffix: 'acme' });
  google(stackOf(nested), service.userPool);
  expect(() => Template.fromStack(nested)).toThrow("create the identity provider in the stack 'Stack/Nested'");
});

test('an identity provider in another stack fails, with what to do', () => {
  const { service, stack } = synthesizeLater();
  google(new Stack(stack.node.root as App, 'Other'), service.userPool);
  expect(() => Template.fromStack(stack)).toThrow(
    "The identity provider 'Other/Google' is in another stack than the app client 'Stack/Profiles/SignIn/UserPoolClient', which depends on it; "
    + "create the identity provider in the stack 'Stack'",
  );
});

/** A service in a stack that is not synthesized yet. */
function synthesizeLater(): { service: CognitoProfileService; stack: Stack } {
  const stack = new Stack(new App(), 'Stack');
  return { stack, service: new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme' }) };
}

function providersOf(template: Template): unknown[] {
  return onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties.SupportedIdentityProviders;
}
