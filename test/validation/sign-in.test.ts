import { Aws, Duration, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
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
  ['none', { domainSuffix: undefined }, "domainSuffix: is missing; specify a suffix that makes the sign-in domain unique, such as 'acme-dev'"],
  ['an empty one', { domainSuffix: '' }, "domainSuffix: '' is not a valid suffix"],
  ['48 characters', { domainSuffix: 'a'.repeat(48) }, 'has 48 characters; use up to 47'],
  ['upper case', { domainSuffix: 'Acme' }, "domainSuffix: 'Acme' is not a valid suffix; use lowercase letters a-z, digits and hyphens"],
  ['a hyphen at the end', { domainSuffix: 'acme-' }, "'acme-' is not a valid suffix"],
  ['an underscore', { domainSuffix: 'ac_me' }, "'ac_me' is not a valid suffix"],
  ['a dot', { domainSuffix: 'ac.me' }, "'ac.me' is not a valid suffix"],
  ['a letter that is not ASCII', { domainSuffix: 'äcme' }, "'äcme' is not a valid suffix"],
  ['a line break at the end', { domainSuffix: 'acme\n' }, 'is not a valid suffix'],
  ['aws', { domainSuffix: 'my-aws-app' }, "contains 'aws', which is a reserved word in Cognito; remove it"],
  ['amazon', { domainSuffix: 'amazonian' }, "contains 'amazon'"],
  ['cognito', { domainSuffix: 'cognito' }, "contains 'cognito'"],
]);

boundary('signInDomain', [
  ['a certificate in us-east-1', (scope) => ({ signInDomain: domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1') })],
  ['a certificate that only CloudFormation knows', (scope) => ({ signInDomain: domain(scope, Fn.importValue('Certificate')) })],
  ['63 characters', (scope) => ({
    signInDomain: { ...domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1'), domainName: `${'a'.repeat(59)}.com` },
  })],
  ['a certificate of a stack in us-east-1', (scope) => ({ signInDomain: domainOfStack(scope, 'us-east-1') })],
  ['a domain that only CloudFormation knows', (scope) => ({
    signInDomain: { ...domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1'), domainName: Fn.importValue('Domain') },
  })],
], [
  ['a certificate elsewhere', (scope) => ({ signInDomain: domain(scope, 'arn:aws:acm:eu-west-1:123456789012:certificate/1') }),
    "signInDomain.certificate: 'Stack/Certificate' is in eu-west-1, but Cognito requires a certificate in us-east-1"],
  ...['nothing', 'arn:aws:iam::123456789012:server-certificate/a', 'arn:aws:acm:us-east-1:123456789012:certificate/'].map((arn): [string, Given, string] => [
    `a certificate with the ARN '${arn}'`, (scope) => ({ signInDomain: domain(scope, arn) }),
    `signInDomain.certificate: '${arn}' is not the ARN of a certificate in AWS Certificate Manager; specify that ARN`,
  ]),
  ['a certificate of a stack elsewhere', (scope) => ({ signInDomain: domainOfStack(scope, 'eu-west-1') }), 'is in eu-west-1'],
  ...['https://auth.example.com', 'auth.example.com/x', '*.example.com', 'auth_x.example.com', 'auth', 'auth.example.com.', 'Auth.example.com', '',
    `${'a'.repeat(60)}.com`].map((domainName): [string, Given, string] => [
    `the domain '${domainName}'`,
    (scope) => ({ signInDomain: { ...domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1'), domainName } }),
    `signInDomain.domainName: '${domainName}' is not a valid domain name; specify a name such as auth.example.com, in lowercase, of up to 63 characters`,
  ]),
  ['a suffix beside it', (scope) => ({ domainSuffix: 'acme', signInDomain: domain(scope, 'arn:aws:acm:us-east-1:123456789012:certificate/1') }),
    "domainSuffix: 'acme' can't be combined with signInDomain 'auth.example.com', because the construct creates only one sign-in domain; specify only one of them"],
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
    "signInDomain: 'auth.example.com' can't be used in us-gov-west-1, where Cognito doesn't support custom domains"],
], { env: { region: 'us-gov-west-1' } });

boundary('oAuth', [
  ['nothing', { oAuth: {} }],
  ['an https callback', { oAuth: { callbackUrls: ['https://app.example.com/callback?x=1'] } }],
  ['http on localhost', { oAuth: { callbackUrls: ['http://localhost:3000/', 'http://127.0.0.1:3000', 'http://[::1]:3000'] } }],
  ['1024 characters', { oAuth: { callbackUrls: [`https://a.example/${'a'.repeat(1024 - 18)}`] } }],
  ['100 logout URLs', { oAuth: { logoutUrls: Array.from({ length: 100 }, (_, index) => `https://a.example/${index}`) } }],
  ['100 callbacks', { oAuth: { callbackUrls: Array.from({ length: 100 }, (_, index) => `https://a.example/${index}`) } }],
  ['schemes of an app', { oAuth: { callbackUrls: ['myapp://signed-in', 'com.example.app:/cb', 'myapp:signed-in', 'fb1234567890://authorize'] } }],
  ['a token as callback', { oAuth: { callbackUrls: [Fn.importValue('Url')] } }],
  ['a token list of callbacks', { oAuth: { callbackUrls: Token.asList({ Ref: 'Urls' }) } }],
  ['50 scopes', { oAuth: { scopes: customScopes(50) } }],
  ['50 scopes, each of them twice', { oAuth: { scopes: [...customScopes(50), ...customScopes(50)] } }],
  ['49 scopes, to which the AWS CDK adds openid', { oAuth: { scopes: [cognito.OAuthScope.EMAIL, ...customScopes(48)] } }],
  ['a scope of 256 characters', { oAuth: { scopes: [cognito.OAuthScope.custom(`api/${'a'.repeat(252)}`)] } }],
  ['a scope of a resource server', (scope) => ({ oAuth: { scopes: [scopeOfServer(scope)] }, domainSuffix: 'acme' })],
  ['a scope that only CloudFormation knows', { oAuth: { scopes: [cognito.OAuthScope.custom(Fn.importValue('Scope'))] } }],
  ['the implicit grant', { oAuth: { flows: { implicitCodeGrant: true } } }],
  ['a default redirect URI that is a callback', { oAuth: { callbackUrls: ['https://a.example', 'https://b.example'], defaultRedirectUri: 'https://b.example' } }],
], [
  ['no callback', { oAuth: { callbackUrls: [] } }, 'oAuth.callbackUrls: [] is empty; specify at least one URL'],
  ['a plain http callback', { oAuth: { callbackUrls: ['http://app.example.com'] } }, "oAuth.callbackUrls: 'http://app.example.com' uses http"],
  ['http on another address of the machine', { oAuth: { callbackUrls: ['http://127.0.0.2'] } }, 'uses http, which Cognito accepts only for localhost, 127.0.0.1 and [::1]; use https'],
  ['http on a host that begins with an address', { oAuth: { callbackUrls: ['http://127.0.0.1.example.com'] } }, 'uses http, which Cognito accepts only for localhost'],
  ['http on a host that begins with localhost', { oAuth: { callbackUrls: ['http://localhost.example.com'] } }, 'uses http, which Cognito accepts only for localhost'],
  ['a fragment in a callback', { oAuth: { callbackUrls: ['https://app.example.com/#/callback'] } }, 'contains a fragment'],
  ['an empty fragment in a callback', { oAuth: { callbackUrls: ['https://app.example.com/#'] } }, 'contains a fragment'],
  ['1024 characters and one more', { oAuth: { callbackUrls: [`https://a.example/${'a'.repeat(1024 - 17)}`] } }, 'has 1025 characters; use up to 1024'],
  ['101 logout URLs', { oAuth: { logoutUrls: Array.from({ length: 101 }, (_, index) => `https://a.example/${index}`) } }, 'oAuth.logoutUrls: 101 URLs are more than'],
  ['101 callbacks', { oAuth: { callbackUrls: Array.from({ length: 101 }, (_, index) => `https://a.example/${index}`) } }, 'oAuth.callbackUrls: 101 URLs are more than Cognito accepts; specify up to 100'],
  ['a space in a callback', { oAuth: { callbackUrls: ['https://a.example/a b'] } }, "oAuth.callbackUrls: 'https://a.example/a b' contains a character that Cognito rejects, such as a space"],
  ['a line break in a callback', { oAuth: { callbackUrls: ['https://a.example/\n'] } }, "'https://a.example/\\n' contains a character that Cognito rejects"],
  ['a lone surrogate in a callback', { oAuth: { callbackUrls: ['https://a.example/\ud800'] } }, "'https://a.example/\\ud800' contains a character that Cognito rejects"],
  ...['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'about:blank', 'mailto:me@a.example', 'ftp://a.example/'].map((url): [string, Given, string] => [
    url, { oAuth: { callbackUrls: [url] } }, `oAuth.callbackUrls: '${url}' has the scheme ${url.split(':')[0]}:, which can't redirect to an app`,
  ]),
  ['https without slashes', { oAuth: { callbackUrls: ['https:a.example'] } }, "'https:a.example' is not an absolute URL"],
  ['https without a host', { oAuth: { callbackUrls: ['https:///a.example'] } }, "'https:///a.example' is not an absolute URL"],
  ['a callback that is no URL', { oAuth: { callbackUrls: ['app.example.com'] } }, "'app.example.com' is not an absolute URL"],
  ['localhost and a port', { oAuth: { callbackUrls: ['localhost:3000'] } }, "oAuth.callbackUrls: 'localhost:3000' has no scheme; specify http://localhost:3000"],
  ['an address of the machine and a port', { oAuth: { callbackUrls: ['127.0.0.1:3000/cb'] } }, "'127.0.0.1:3000/cb' has no scheme; specify http://127.0.0.1:3000/cb"],
  ['a host and a port', { oAuth: { logoutUrls: ['app.example.com:8443/cb?x=1'] } }, "oAuth.logoutUrls: 'app.example.com:8443/cb?x=1' has no scheme; specify https://app.example.com:8443/cb?x=1"],
  ['a plain http logout URL', { oAuth: { logoutUrls: ['http://app.example.com'] } }, "oAuth.logoutUrls: 'http://app.example.com' uses http"],
  ['a fragment in a logout URL', { oAuth: { logoutUrls: ['https://app.example.com#x'] } }, 'oAuth.logoutUrls'],
  ['no flow', { oAuth: { flows: {} } }, 'oAuth.flows: {} enables no grant; specify authorizationCodeGrant: true'],
  ['every flow off', { oAuth: { flows: { authorizationCodeGrant: false, implicitCodeGrant: false } } }, 'enables no grant'],
  ['client credentials', { oAuth: { flows: { clientCredentials: true } } }, "enables the client credentials grant, whose tokens don't represent a user"],
  ['client credentials beside another', { oAuth: { flows: { authorizationCodeGrant: true, clientCredentials: true } } }, 'enables the client credentials grant'],
  ['51 scopes', { oAuth: { scopes: customScopes(51) } }, 'oAuth.scopes: 51 scopes are more than Cognito accepts, openid included; specify up to 50'],
  ['50 scopes, to which the AWS CDK adds openid', { oAuth: { scopes: [cognito.OAuthScope.EMAIL, ...customScopes(49)] } }, 'oAuth.scopes: 51 scopes are more'],
  ['a scope of 257 characters', { oAuth: { scopes: [cognito.OAuthScope.custom(`api/${'a'.repeat(253)}`)] } }, 'has 257 characters; use up to 256'],
  ...['offline_access', '', 'api/read write', 'api/"read"', 'api/ä'].map((name): [string, Given, string] => [
    `the scope '${name}'`, { oAuth: { scopes: [cognito.OAuthScope.custom(name)] } },
    `oAuth.scopes: '${name}' is not a scope that Cognito has; specify phone, email, openid, profile, aws.cognito.signin.user.admin, or a scope of a resource server, such as api/read`,
  ]),
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
  ['a second factor that is required', { passkeys: cognito.PasskeyUserVerification.REQUIRED, mfa: cognito.Mfa.REQUIRED }],
  ['PLUS', { passkeys: cognito.PasskeyUserVerification.REQUIRED, featurePlan: cognito.FeaturePlan.PLUS }],
  ['the choice-based flow', { passkeys: cognito.PasskeyUserVerification.REQUIRED, authFlows: { user: true } }],
], [
  ['a second factor that is required, without user verification', { passkeys: cognito.PasskeyUserVerification.PREFERRED, mfa: cognito.Mfa.REQUIRED },
    "passkeys: 'preferred' can't be combined with Mfa.REQUIRED, because a passkey counts as multi-factor authentication only with user verification; set passkeys to"],
  ['LITE', {
    passkeys: cognito.PasskeyUserVerification.REQUIRED,
    featurePlan: cognito.FeaturePlan.LITE,
    managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
  }, "featurePlan: 'LITE' does not include passkeys; omit passkeys, or use FeaturePlan.ESSENTIALS"],
  ['flows without the choice-based one', { passkeys: cognito.PasskeyUserVerification.REQUIRED, authFlows: { userSrp: true } },
    'authFlows: {"userSrp":true} doesn\'t enable the choice-based flow, which passkeys require; add user: true'],
]);

boundary('authFlows', [
  ['none', { authFlows: {} }],
  ['the choice-based one on ESSENTIALS', { authFlows: { user: true } }],
  ['SRP on LITE', { authFlows: { userSrp: true }, featurePlan: cognito.FeaturePlan.LITE, managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI }],
], [
  ['the choice-based one on LITE', {
    authFlows: { user: true }, featurePlan: cognito.FeaturePlan.LITE, managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
  }, "featurePlan: 'LITE' does not include the choice-based flow; omit user from authFlows"],
]);

boundary('refreshTokenRotationGracePeriod', [
  ['0 seconds', { refreshTokenRotationGracePeriod: Duration.seconds(0) }],
  ['60 seconds', { refreshTokenRotationGracePeriod: Duration.minutes(1) }],
], [
  ['61 seconds', { refreshTokenRotationGracePeriod: Duration.seconds(61) },
    "refreshTokenRotationGracePeriod: '1 minute 1 second' is not a valid grace period; specify whole seconds, from 0 to 60"],
  ['half a second', { refreshTokenRotationGracePeriod: Duration.millis(500) }, "refreshTokenRotationGracePeriod: '500 millis' is not a valid grace period"],
  ['a token', { refreshTokenRotationGracePeriod: Duration.seconds(Lazy.number({ produce: () => 10 })) }, 'refreshTokenRotationGracePeriod: must not be a token'],
  ['no flow beside it', { refreshTokenRotationGracePeriod: Duration.seconds(10), authFlows: { userSrp: false } },
    'authFlows: {"userSrp":false} enables no flow, which Cognito rejects with refresh token rotation; specify at least one, such as userSrp: true'],
]);

boundary('email', [
  ['SES in a named Region', { email: cognito.UserPoolEmail.withSES({ fromEmail: 'no-reply@acme.example', sesRegion: 'eu-west-1' }) }],
  ['the sender of Cognito', { email: cognito.UserPoolEmail.withCognito('help@acme.example') }],
], [
  ['SES in an unknown Region', { email: cognito.UserPoolEmail.withSES({ fromEmail: 'no-reply@acme.example' }) },
    'email: Your stack region cannot be determined so "sesRegion" is required in SESOptions; correct the options of UserPoolEmail'],
  ['what is no address', { email: cognito.UserPoolEmail.withSES({ fromEmail: 'acme', sesRegion: 'eu-west-1' }) }, "email: 'acme' is not an email address"],
  ['an address of another domain', { email: cognito.UserPoolEmail.withSES({ fromEmail: 'a@b.example', sesVerifiedDomain: 'acme.example', sesRegion: 'eu-west-1' }) },
    'email: "fromEmail" contains a different domain'],
]);

boundary('threatProtection', [
  ['FULL_FUNCTION on PLUS', { threatProtection: cognito.StandardThreatProtectionMode.FULL_FUNCTION, featurePlan: cognito.FeaturePlan.PLUS }],
  ['AUDIT_ONLY on PLUS', { threatProtection: cognito.StandardThreatProtectionMode.AUDIT_ONLY, featurePlan: cognito.FeaturePlan.PLUS }],
  ['NO_ENFORCEMENT on ESSENTIALS', { threatProtection: cognito.StandardThreatProtectionMode.NO_ENFORCEMENT }],
], [
  ['FULL_FUNCTION without a plan', { threatProtection: cognito.StandardThreatProtectionMode.FULL_FUNCTION },
    "threatProtection: 'ENFORCED' is not available in the feature plan ESSENTIALS; set featurePlan to FeaturePlan.PLUS"],
  ['AUDIT_ONLY on ESSENTIALS', { threatProtection: cognito.StandardThreatProtectionMode.AUDIT_ONLY, featurePlan: cognito.FeaturePlan.ESSENTIALS },
    "threatProtection: 'AUDIT' is not available in the feature plan ESSENTIALS"],
]);

function domain(scope: Construct, certificateArn: string): cognito.CustomDomainOptions {
  return { domainName: 'auth.example.com', certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn) };
}

function customScopes(count: number): cognito.OAuthScope[] {
  return Array.from({ length: count }, (_, index) => cognito.OAuthScope.custom(`api/${index}`));
}

function scopeOfServer(scope: Construct): cognito.OAuthScope {
  const read = new cognito.ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read' });
  const userPool = new cognito.UserPool(scope, 'Other');
  return cognito.OAuthScope.resourceServer(userPool.addResourceServer('Api', { identifier: 'api', scopes: [read] }), read);
}

function domainOfStack(scope: Construct, region: string): cognito.CustomDomainOptions {
  const stack = new Stack(scope.node.root, 'Certificates', { env: { region }, crossRegionReferences: true });
  return { domainName: 'auth.example.com', certificate: new Certificate(stack, 'Certificate', { domainName: 'auth.example.com' }) };
}
