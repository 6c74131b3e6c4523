import { Aws, Fn, Stack, Token } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { boundary } from '../support/stacks/boundary';
import { Given } from '../support/stacks/synth';

boundary('domainSuffix', [
  ['one letter', { domainSuffix: 'a' }],
  ['a digit', { domainSuffix: '7' }],
  ['inner hyphens', { domainSuffix: 'acme--dev-1' }],
  ['47 characters', { domainSuffix: 'a'.repeat(47) }],
  ['a token', { domainSuffix: Fn.ref('AWS::AccountId') }],
], [
  ['none', { domainSuffix: undefined }, "domainSuffix: undefined is missing; give a suffix that makes your sign-in domain unique, like 'acme-dev'"],
  ['an empty one', { domainSuffix: '' }, "domainSuffix: '' is not a domain label"],
  ['48 characters', { domainSuffix: 'a'.repeat(48) }, 'has 48 characters; use at most 47'],
  ['upper case', { domainSuffix: 'Acme' }, "domainSuffix: 'Acme' is not a domain label; use lower-case letters a-z, digits and hyphens"],
  ['a hyphen at the end', { domainSuffix: 'acme-' }, "'acme-' is not a domain label"],
  ['an underscore', { domainSuffix: 'ac_me' }, "'ac_me' is not a domain label"],
  ['a dot', { domainSuffix: 'ac.me' }, "'ac.me' is not a domain label"],
  ['a letter that is not ASCII', { domainSuffix: 'äcme' }, "'äcme' is not a domain label"],
  ['a line break at the end', { domainSuffix: 'acme\n' }, 'is not a domain label'],
  ['aws', { domainSuffix: 'my-aws-app' }, "contains 'aws', which Cognito reserves; leave the word out"],
  ['amazon', { domainSuffix: 'amazonian' }, "contains 'amazon'"],
  ['cognito', { domainSuffix: 'cognito' }, "contains 'cognito'"],
]);

boundary('signInDomain', [
  ['a certificate in us-east-1', (scope) => ({ signInDomain: domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1') })],
  ['a certificate that only CloudFormation knows', (scope) => ({ signInDomain: domain(scope, Fn.importValue('Certificate')) })],
  ['a certificate of what is no ARN', (scope) => ({ signInDomain: domain(scope, 'nothing') })],
  ['63 characters', (scope) => ({
    signInDomain: { ...domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1'), domainName: `${'a'.repeat(59)}.com` },
  })],
  ['a certificate of a stack in us-east-1', (scope) => ({ signInDomain: domainOfStack(scope, 'us-east-1') })],
  ['a domain that only CloudFormation knows', (scope) => ({
    signInDomain: { ...domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1'), domainName: Fn.importValue('Domain') },
  })],
], [
  ['a certificate elsewhere', (scope) => ({ signInDomain: domain(scope, 'arn:aws:acm:eu-west-1:123456789012:certificate/1') }),
    "signInDomain.certificate: 'Stack/Certificate' is in eu-west-1, and Cognito takes only one in us-east-1"],
  ['a certificate of a stack elsewhere', (scope) => ({ signInDomain: domainOfStack(scope, 'eu-west-1') }), 'is in eu-west-1'],
  ...['https://auth.example.com', 'auth.example.com/x', '*.example.com', 'auth_x.example.com', 'auth', 'auth.example.com.', 'Auth.example.com', '',
    `${'a'.repeat(60)}.com`].map((domainName): [string, Given, string] => [
    `the domain '${domainName}'`,
    (scope) => ({ signInDomain: { ...domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1'), domainName } }),
    `signInDomain.domainName: '${domainName}' is not the name of a domain; give one like auth.example.com, in lower case, with at most 63 characters`,
  ]),
  ['a suffix beside it', (scope) => ({ domainSuffix: 'acme', signInDomain: domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1') }),
    "domainSuffix: 'acme' can't be combined with signInDomain, 'auth.example.com', which is another domain; give only one of them"],
]);

boundary('signInDomain from another region', [
  ['a certificate that only CloudFormation knows', (scope) => ({ signInDomain: domain(scope, Fn.importValue('Certificate')) })],
  ['a certificate in us-east-1 of a partition that only CloudFormation knows', (scope) => ({
    signInDomain: domain(scope, `arn:${Aws.PARTITION}:acm:us-east-1:${Aws.ACCOUNT_ID}:certificate/1`),
  })],
  ['a certificate of a stack in us-east-1', (scope) => ({ signInDomain: domainOfStack(scope, 'us-east-1') })],
], [
  ['a certificate of a partition that only CloudFormation knows, elsewhere', (scope) => ({
    signInDomain: domain(scope, `arn:${Aws.PARTITION}:acm:eu-west-1:${Aws.ACCOUNT_ID}:certificate/1`),
  }), "signInDomain.certificate: 'Stack/Certificate' is in eu-west-1"],
  ['a certificate of the same region', (scope) => ({
    signInDomain: { domainName: 'auth.example.com', certificate: new Certificate(scope, 'Certificate', { domainName: 'auth.example.com' }) },
  }), "signInDomain.certificate: 'Stack/Certificate' is in eu-west-1"],
], { env: { account: '123456789012', region: 'eu-west-1' } });

boundary('signInDomain in AWS GovCloud (US)', [
  ['a suffix', { domainSuffix: 'acme' }],
], [
  ['a domain', (scope) => ({ signInDomain: domain(scope, 'arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/1') }),
    "signInDomain: 'auth.example.com' is not possible in us-gov-west-1"],
], { env: { region: 'us-gov-west-1' } });

boundary('oAuth', [
  ['nothing', { oAuth: {} }],
  ['an https callback', { oAuth: { callbackUrls: ['https://app.example.com/callback?x=1'] } }],
  ['http on localhost', { oAuth: { callbackUrls: ['http://localhost:3000/', 'http://127.0.0.1:3000', 'http://[::1]:3000'] } }],
  ['1024 characters', { oAuth: { callbackUrls: [`https://a.example/${'a'.repeat(1024 - 18)}`] } }],
  ['100 logout URLs', { oAuth: { logoutUrls: Array.from({ length: 100 }, (_, index) => `https://a.example/${index}`) } }],
  ['100 callbacks', { oAuth: { callbackUrls: Array.from({ length: 100 }, (_, index) => `https://a.example/${index}`) } }],
  ['a scheme of an app', { oAuth: { callbackUrls: ['myapp://signed-in'] } }],
  ['a token as callback', { oAuth: { callbackUrls: [Fn.importValue('Url')] } }],
  ['a token list of callbacks', { oAuth: { callbackUrls: Token.asList({ Ref: 'Urls' }) } }],
  ['the implicit grant', { oAuth: { flows: { implicitCodeGrant: true } } }],
  ['a default redirect URI that is a callback', { oAuth: { callbackUrls: ['https://a.example', 'https://b.example'], defaultRedirectUri: 'https://b.example' } }],
], [
  ['no callback', { oAuth: { callbackUrls: [] } }, 'oAuth.callbackUrls: [] is empty; give at least one URL'],
  ['a plain http callback', { oAuth: { callbackUrls: ['http://app.example.com'] } }, "oAuth.callbackUrls: 'http://app.example.com' is plain http"],
  ['http on another address of the machine', { oAuth: { callbackUrls: ['http://127.0.0.2'] } }, 'is plain http, which Cognito takes for localhost, 127.0.0.1 and [::1] only'],
  ['http on a host that begins with an address', { oAuth: { callbackUrls: ['http://127.0.0.1.example.com'] } }, 'is plain http'],
  ['http on a host that begins with localhost', { oAuth: { callbackUrls: ['http://localhost.example.com'] } }, 'is plain http'],
  ['a fragment in a callback', { oAuth: { callbackUrls: ['https://app.example.com/#/callback'] } }, 'carries a fragment'],
  ['an empty fragment in a callback', { oAuth: { callbackUrls: ['https://app.example.com/#'] } }, 'carries a fragment'],
  ['1024 characters and one more', { oAuth: { callbackUrls: [`https://a.example/${'a'.repeat(1024 - 17)}`] } }, 'has 1025 characters; use at most 1024'],
  ['101 logout URLs', { oAuth: { logoutUrls: Array.from({ length: 101 }, (_, index) => `https://a.example/${index}`) } }, 'oAuth.logoutUrls: 101 URLs are more than'],
  ['101 callbacks', { oAuth: { callbackUrls: Array.from({ length: 101 }, (_, index) => `https://a.example/${index}`) } }, 'oAuth.callbackUrls: 101 URLs are more than Cognito takes; give at most 100'],
  ['a space in a callback', { oAuth: { callbackUrls: ['https://a.example/a b'] } }, "oAuth.callbackUrls: 'https://a.example/a b' has a character that Cognito refuses, like a space"],
  ['a line break in a callback', { oAuth: { callbackUrls: ['https://a.example/\n'] } }, "'https://a.example/\\n' has a character that Cognito refuses"],
  ['a lone surrogate in a callback', { oAuth: { callbackUrls: ['https://a.example/\ud800'] } }, "'https://a.example/\\ud800' has a character that Cognito refuses"],
  ...['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'about:blank', 'mailto:me@a.example', 'ftp://a.example/'].map((url): [string, Given, string] => [
    url, { oAuth: { callbackUrls: [url] } }, `oAuth.callbackUrls: '${url}' has the scheme ${url.split(':')[0]}:, which leads back to no app`,
  ]),
  ['https without slashes', { oAuth: { callbackUrls: ['https:a.example'] } }, "'https:a.example' is not an absolute URL"],
  ['https without a host', { oAuth: { callbackUrls: ['https:///a.example'] } }, "'https:///a.example' is not an absolute URL"],
  ['a callback that is no URL', { oAuth: { callbackUrls: ['app.example.com'] } }, "'app.example.com' is not an absolute URL"],
  ['a plain http logout URL', { oAuth: { logoutUrls: ['http://app.example.com'] } }, "oAuth.logoutUrls: 'http://app.example.com' is plain http"],
  ['a fragment in a logout URL', { oAuth: { logoutUrls: ['https://app.example.com#x'] } }, 'oAuth.logoutUrls'],
  ['no flow', { oAuth: { flows: {} } }, 'oAuth.flows: {} enables no grant; enable authorizationCodeGrant'],
  ['every flow off', { oAuth: { flows: { authorizationCodeGrant: false, implicitCodeGrant: false } } }, 'enables no grant'],
  ['client credentials', { oAuth: { flows: { clientCredentials: true } } }, 'has the client credentials grant, whose tokens stand for no user'],
  ['client credentials beside another', { oAuth: { flows: { authorizationCodeGrant: true, clientCredentials: true } } }, 'has the client credentials grant'],
  ['no scope', { oAuth: { scopes: [] } }, 'oAuth.scopes: [] is empty'],
  ['a default redirect URI beside a token list', { oAuth: { callbackUrls: Token.asList({ Ref: 'Urls' }), defaultRedirectUri: 'https://b.example' } }, 'is not a callback URL'],
  ['a default redirect URI that is no callback', { oAuth: { defaultRedirectUri: 'https://b.example' } }, "'https://b.example' is not a callback URL"],
]);

boundary('managedLoginVersion and featurePlan', [
  ['the newer login on ESSENTIALS', { managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN, featurePlan: cognito.FeaturePlan.ESSENTIALS }],
  ['the classic login on LITE', { managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI, featurePlan: cognito.FeaturePlan.LITE }],
  ['a plan that only CloudFormation knows', { featurePlan: Fn.ref('Plan') as cognito.FeaturePlan }],
], [
  ['the newer login on LITE', { managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN, featurePlan: cognito.FeaturePlan.LITE },
    "featurePlan: 'LITE' does not include the newer managed login; set managedLoginVersion to ManagedLoginVersion.CLASSIC_HOSTED_UI"],
  ['LITE alone, as the newer login is the default', { featurePlan: cognito.FeaturePlan.LITE }, "'LITE' does not include the newer managed login"],
]);

boundary('passkeys', [
  ['PREFERRED', { passkeys: cognito.PasskeyUserVerification.PREFERRED }],
  ['a second factor that is optional', { passkeys: cognito.PasskeyUserVerification.REQUIRED, mfa: cognito.Mfa.OPTIONAL }],
  ['no second factor', { passkeys: cognito.PasskeyUserVerification.REQUIRED, mfa: cognito.Mfa.OFF }],
  ['PLUS', { passkeys: cognito.PasskeyUserVerification.REQUIRED, featurePlan: cognito.FeaturePlan.PLUS }],
  ['the choice-based flow', { passkeys: cognito.PasskeyUserVerification.REQUIRED, authFlows: { user: true } }],
], [
  ['a second factor that is required', { passkeys: cognito.PasskeyUserVerification.REQUIRED, mfa: cognito.Mfa.REQUIRED },
    "passkeys: 'required' can't be combined with Mfa.REQUIRED, as a passkey is a single factor; set mfa to Mfa.OPTIONAL"],
  ['LITE', {
    passkeys: cognito.PasskeyUserVerification.REQUIRED,
    featurePlan: cognito.FeaturePlan.LITE,
    managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
  }, "featurePlan: 'LITE' does not include passkeys; leave passkeys out, or take FeaturePlan.ESSENTIALS"],
  ['flows without the choice-based one', { passkeys: cognito.PasskeyUserVerification.REQUIRED, authFlows: { userSrp: true } },
    'authFlows: {"userSrp":true} leaves out the choice-based flow, by which passkeys sign in; add user: true'],
]);

boundary('authFlows', [
  ['none', { authFlows: {} }],
  ['the choice-based one on ESSENTIALS', { authFlows: { user: true } }],
  ['SRP on LITE', { authFlows: { userSrp: true }, featurePlan: cognito.FeaturePlan.LITE, managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI }],
], [
  ['the choice-based one on LITE', {
    authFlows: { user: true }, featurePlan: cognito.FeaturePlan.LITE, managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
  }, "featurePlan: 'LITE' does not include the choice-based flow; leave user out of authFlows"],
]);

boundary('threatProtection', [
  ['FULL_FUNCTION on PLUS', { threatProtection: cognito.StandardThreatProtectionMode.FULL_FUNCTION, featurePlan: cognito.FeaturePlan.PLUS }],
  ['AUDIT_ONLY on PLUS', { threatProtection: cognito.StandardThreatProtectionMode.AUDIT_ONLY, featurePlan: cognito.FeaturePlan.PLUS }],
  ['NO_ENFORCEMENT on ESSENTIALS', { threatProtection: cognito.StandardThreatProtectionMode.NO_ENFORCEMENT }],
], [
  ['FULL_FUNCTION without a plan', { threatProtection: cognito.StandardThreatProtectionMode.FULL_FUNCTION },
    "threatProtection: 'ENFORCED' is not part of the feature plan ESSENTIALS; set featurePlan to FeaturePlan.PLUS"],
  ['AUDIT_ONLY on ESSENTIALS', { threatProtection: cognito.StandardThreatProtectionMode.AUDIT_ONLY, featurePlan: cognito.FeaturePlan.ESSENTIALS },
    "threatProtection: 'AUDIT' is not part of the feature plan ESSENTIALS"],
]);

function domain(scope: Construct, certificateArn: string): cognito.CustomDomainOptions {
  return { domainName: 'auth.example.com', certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn) };
}

function domainOfStack(scope: Construct, region: string): cognito.CustomDomainOptions {
  const stack = new Stack(scope.node.root, 'Certificates', { env: { region }, crossRegionReferences: true });
  return { domainName: 'auth.example.com', certificate: new Certificate(stack, 'Certificate', { domainName: 'auth.example.com' }) };
}
