import { App, Fn, Lazy, RemovalPolicy, Size, Stack, Token } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';

type Props = Partial<CognitoProfileServiceProps>;

function make(props: Props): Stack {
  const stack = new Stack(new App(), 'Stack');
  new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme', ...props });
  return stack;
}

/** Both sides of every boundary: what passes, and what fails with which words. */
function boundary(prop: string, passing: [string, Props][], failing: [string, Props, string | RegExp][]): void {
  describe(prop, () => {
    test.each(passing)('accepts %s', (_, props) => {
      expect(() => make(props)).not.toThrow();
    });
    test.each(failing)('refuses %s', (_, props, message) => {
      expect(() => make(props)).toThrow(message);
    });
  });
}

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

boundary('oAuth', [
  ['nothing', { oAuth: {} }],
  ['an https callback', { oAuth: { callbackUrls: ['https://app.example.com/callback?x=1'] } }],
  ['http on localhost', { oAuth: { callbackUrls: ['http://localhost:3000/'] } }],
  ['a scheme of an app', { oAuth: { callbackUrls: ['myapp://signed-in'] } }],
  ['a token as callback', { oAuth: { callbackUrls: [Fn.importValue('Url')] } }],
  ['a token list of callbacks', { oAuth: { callbackUrls: Token.asList({ Ref: 'Urls' }) } }],
  ['the implicit grant', { oAuth: { flows: { implicitCodeGrant: true } } }],
  ['a default redirect URI that is a callback', { oAuth: { callbackUrls: ['https://a.example', 'https://b.example'], defaultRedirectUri: 'https://b.example' } }],
], [
  ['no callback', { oAuth: { callbackUrls: [] } }, 'oAuth.callbackUrls: [] is empty; give at least one URL'],
  ['a plain http callback', { oAuth: { callbackUrls: ['http://app.example.com'] } }, "oAuth.callbackUrls: 'http://app.example.com' is plain http"],
  ['http on a host that begins with localhost', { oAuth: { callbackUrls: ['http://localhost.example.com'] } }, 'is plain http'],
  ['a fragment in a callback', { oAuth: { callbackUrls: ['https://app.example.com/#/callback'] } }, 'carries a fragment'],
  ['an empty fragment in a callback', { oAuth: { callbackUrls: ['https://app.example.com/#'] } }, 'carries a fragment'],
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

boundary('runtime', [
  ['the oldest supported Node.js', { runtime: lambda.Runtime.NODEJS_22_X }],
  ['the oldest supported Python', { runtime: lambda.Runtime.PYTHON_3_11 }],
  ['the newest Python', { runtime: lambda.Runtime.PYTHON_3_14 }],
  ['a Node.js that we do not know yet', { runtime: new lambda.Runtime('nodejs98.x') }],
  ['a Python that we do not know yet', { runtime: new lambda.Runtime('python3.98', lambda.RuntimeFamily.PYTHON) }],
], [
  ['Node.js 20', { runtime: lambda.Runtime.NODEJS_20_X }, "runtime: 'nodejs20.x' is a runtime whose support by AWS has ended, the oldest supported is nodejs22.x"],
  ['Python 3.10', { runtime: lambda.Runtime.PYTHON_3_10 }, "'python3.10' is a runtime whose support by AWS has ended, the oldest supported is python3.11"],
  ["the tutorial's Node.js", { runtime: new lambda.Runtime('nodejs12.x') }, 'has ended'],
  ["the tutorial's Python", { runtime: new lambda.Runtime('python3.8') }, 'has ended'],
  ['Python 2', { runtime: new lambda.Runtime('python2.7') }, 'has ended'],
  ['Node.js of the old numbering', { runtime: new lambda.Runtime('nodejs8.10') }, 'has ended'],
  ['Java', { runtime: lambda.Runtime.JAVA_21 }, "'java21' is neither Node.js nor Python; use Runtime.NODEJS_24_X"],
  ['a custom runtime', { runtime: lambda.Runtime.PROVIDED_AL2023 }, 'is neither Node.js nor Python'],
]);

boundary('authorizationScopes', [
  ['scopes of the client', { authorizationScopes: ['openid', 'aws.cognito.signin.user.admin'] }],
  ['openid, which comes with email', { authorizationScopes: ['openid'], oAuth: { scopes: [cognito.OAuthScope.EMAIL] } }],
  ['a scope of a resource server', { authorizationScopes: ['api/read'], oAuth: { scopes: [cognito.OAuthScope.custom('api/read')] } }],
], [
  ['none', { authorizationScopes: [] }, 'authorizationScopes: [] is empty'],
  ['one that the client has not', { authorizationScopes: ['api/read'] }, "authorizationScopes: 'api/read' is not a scope of the app client"],
  ['an empty one', { authorizationScopes: [''] }, "authorizationScopes: '' is not a scope"],
]);

boundary('allowedOrigins', [
  ['any', { allowedOrigins: ['*'] }],
  ['https', { allowedOrigins: ['https://app.example.com'] }],
  ['http with a port', { allowedOrigins: ['http://localhost:5173'] }],
  ['an address', { allowedOrigins: ['https://[::1]:8443'] }],
  ['a scheme of an app', { allowedOrigins: ['capacitor://localhost'] }],
  ['a token', { allowedOrigins: [Fn.importValue('Origin')] }],
], [
  ['none', { allowedOrigins: [] }, 'allowedOrigins: [] is empty'],
  ['a trailing slash', { allowedOrigins: ['https://app.example.com/'] }, "allowedOrigins: 'https://app.example.com/' is not an origin"],
  ['a path', { allowedOrigins: ['https://app.example.com/app'] }, 'is not an origin; give scheme, host and port only'],
  ['no scheme', { allowedOrigins: ['app.example.com'] }, "'app.example.com' is not an origin"],
  ['a scheme only', { allowedOrigins: ['https://'] }, "'https://' is not an origin"],
  ['a user', { allowedOrigins: ['https://me@app.example.com'] }, 'is not an origin'],
  ['null', { allowedOrigins: ['null'] }, "'null' is not an origin"],
  ['an empty one', { allowedOrigins: [''] }, "'' is not an origin"],
]);

boundary('tableCapacity', [
  ['1 and 1', { tableCapacity: { readCapacity: 1, writeCapacity: 1 } }],
  ['tokens', { tableCapacity: { readCapacity: Lazy.number({ produce: () => 5 }), writeCapacity: Token.asNumber({ Ref: 'Units' }) } }],
], [
  ['0', { tableCapacity: { readCapacity: 0, writeCapacity: 1 } }, 'tableCapacity.readCapacity: 0 is not a positive integer'],
  ['-1', { tableCapacity: { readCapacity: 1, writeCapacity: -1 } }, 'tableCapacity.writeCapacity: -1 is not a positive integer'],
  ['a fraction', { tableCapacity: { readCapacity: 1.5, writeCapacity: 1 } }, 'tableCapacity.readCapacity: 1.5 is not'],
  ['NaN', { tableCapacity: { readCapacity: NaN, writeCapacity: 1 } }, 'tableCapacity.readCapacity: NaN is not'],
  ['Infinity', { tableCapacity: { readCapacity: Infinity, writeCapacity: 1 } }, 'tableCapacity.readCapacity: Infinity is not'],
  ['only one of the two', { tableCapacity: { readCapacity: 1 } as CognitoProfileServiceProps['tableCapacity'] }, 'tableCapacity.writeCapacity: undefined is not'],
]);

boundary('maxProfileSize', [
  ['1 byte', { maxProfileSize: Size.bytes(1) }],
  ['384 KiB', { maxProfileSize: Size.kibibytes(384) }],
  ['a token in bytes', { maxProfileSize: Size.bytes(Token.asNumber({ Ref: 'Bytes' })) }],
], [
  ['nothing', { maxProfileSize: Size.bytes(0) }, 'maxProfileSize: 0 bytes is out of range; give a whole number of bytes from 1 to 393216'],
  ['one byte more than 384 KiB', { maxProfileSize: Size.bytes(393217) }, 'maxProfileSize: 393217 bytes is out of range'],
  ['a fraction of a byte', { maxProfileSize: Size.kibibytes(1.0001) }, 'is out of range'],
  ['a token in another unit', { maxProfileSize: Size.kibibytes(Token.asNumber({ Ref: 'Kib' })) }, 'is an amount that only CloudFormation knows; give it in bytes'],
]);

boundary('userPartitions', [
  ['1', { userPartitions: 1 }],
  ['100,000', { userPartitions: 100_000 }],
  ['a token', { userPartitions: Token.asNumber({ Ref: 'Partitions' }) }],
], [
  ['0', { userPartitions: 0 }, 'userPartitions: 0 is not a number of partitions; give a whole number from 1 to 100000'],
  ['100,001', { userPartitions: 100_001 }, 'userPartitions: 100001 is not'],
  ['a fraction', { userPartitions: 1.5 }, 'userPartitions: 1.5 is not'],
  ['NaN', { userPartitions: NaN }, 'userPartitions: NaN is not'],
]);

boundary('removalPolicy', [
  ['RETAIN', { removalPolicy: RemovalPolicy.RETAIN }],
  ['DESTROY', { removalPolicy: RemovalPolicy.DESTROY }],
], [
  ['SNAPSHOT', { removalPolicy: RemovalPolicy.SNAPSHOT }, "removalPolicy: 'snapshot' is not supported by all resources"],
  ['RETAIN_ON_UPDATE_OR_DELETE', { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE }, 'use RemovalPolicy.RETAIN or RemovalPolicy.DESTROY'],
]);

test('one error lists every bad prop, names the construct, and leaves nothing half-made', () => {
  const stack = new Stack(new App(), 'Stack');
  let message = '';
  try {
    new CognitoProfileService(stack, 'Profiles', {
      domainSuffix: 'AWS_Acme',
      runtime: lambda.Runtime.JAVA_21,
      tableCapacity: { readCapacity: 0, writeCapacity: 0 },
    });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split('\n')).toEqual([
    "Invalid props of CognitoProfileService at 'Stack/Profiles':",
    expect.stringMatching(/^ {2}- domainSuffix: 'AWS_Acme' /),
    expect.stringMatching(/^ {2}- runtime: 'java21' /),
    expect.stringMatching(/^ {2}- tableCapacity.readCapacity: 0 /),
    expect.stringMatching(/^ {2}- tableCapacity.writeCapacity: 0 /),
  ]);
  expect(stack.node.findChild('Profiles').node.children).toEqual([]);
});
