import { Annotations as Acknowledgeable, Fn } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Given, synthesize } from '../support/stacks/synth';

const FOREIGN = /^authorizationScopes: api\/read is not a scope of the app client, so tokens from the sign-in pages don't contain it; add it to the app client/;

test.each<[string, Given, RegExp]>([
  ['the implicit grant', { oAuth: { flows: { implicitCodeGrant: true } } }, /^oAuth\.flows: the implicit grant exposes tokens in URLs/],
  ['a scope that the client does not ask for', { authorizationScopes: ['openid', 'api/read'] }, FOREIGN],
  ['a scope that a client of the app does not ask for', (scope) => ({ ...poolAndClient(scope), authorizationScopes: ['api/read'] }), FOREIGN],
  ['passkeys with the classic pages', { passkeys: cognito.PasskeyUserVerification.REQUIRED, managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI },
    /^passkeys: the classic hosted UI doesn't offer passkeys/],
  ['format in a schema', { profileSchema: { type: 'object', properties: { mail: { format: 'email', title: 'Mail' } }, definitions: { a: { format: 'uri' } } } },
    /^profileSchema: format is not enforced, so the API accepts any string at \/properties\/mail\/format, \/definitions\/a\/format; add a pattern\./],
  ['format at many places', { profileSchema: { type: 'object', properties: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`p${at}`, { format: 'uri' }])) } },
    /at (?:\/properties\/p\d+\/format, ){10}2 more;/],
  ['openid, which does not come by itself', { oAuth: { scopes: [cognito.OAuthScope.custom('api/read')] }, authorizationScopes: ['openid'] },
    /^authorizationScopes: openid is not/],
])('%s gives a warning', (_, given, message) => {
  expect(warningsOf(given)).toEqual([expect.stringMatching(message)]);
});

test.each<[string, Given]>([
  ['the default', {}],
  ['the authorization code grant', { oAuth: { flows: { authorizationCodeGrant: true } } }],
  ['passkeys with the newer pages', { passkeys: cognito.PasskeyUserVerification.REQUIRED }],
  ['a scope of the client', { authorizationScopes: ['email'] }],
  ['openid, which comes with email', { oAuth: { scopes: [cognito.OAuthScope.EMAIL] }, authorizationScopes: ['openid'] }],
  ['format beside a pattern', { profileSchema: { type: 'object', properties: { site: { format: 'uri', pattern: '^https://' } } } }],
  ['a property with the name format', { profileSchema: { type: 'object', properties: { format: { type: 'string' } }, default: { format: 1 } } }],
  ['the scope that sign-in by API gives', { oAuth: { scopes: [cognito.OAuthScope.OPENID] }, authorizationScopes: ['aws.cognito.signin.user.admin'] }],
  ['a scope that only CloudFormation knows', { authorizationScopes: [Fn.importValue('Scope')] }],
  ['an imported client, whose scopes we can\'t know', (scope) => ({
    userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', 'eu-west-1_abc'),
    userPoolClient: cognito.UserPoolClient.fromUserPoolClientId(scope, 'Client', '1234'),
    authorizationScopes: ['api/read'],
  })],
])('%s gives none', (_, given) => {
  expect(warningsOf(given)).toEqual([]);
});

test('the warning of format can be acknowledged', () => {
  const { stack, service } = synthesize({ profileSchema: { type: 'object', properties: { mail: { format: 'email' } } } });
  Acknowledgeable.of(service).acknowledgeWarning('cdk-cognito-profile-service:formatNotEnforced', 'The page checks it.');
  expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
});

function warningsOf(given: Given): unknown[] {
  return Annotations.fromStack(synthesize(given).stack).findWarning('*', Match.anyValue()).map(({ entry }) => entry.data);
}

function poolAndClient(scope: Construct) {
  const userPool = new cognito.UserPool(scope, 'Pool');
  return { userPool, userPoolClient: userPool.addClient('Client') };
}
