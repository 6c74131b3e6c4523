import { Fn, Token } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { CognitoProfileServiceProps } from '../../src';
import { boundary } from '../support/stacks/boundary';

boundary('runtime', [
  ['the oldest supported Node.js', { runtime: lambda.Runtime.NODEJS_22_X }],
  ['the oldest supported Python', { runtime: lambda.Runtime.PYTHON_3_11 }],
  ['the newest Python', { runtime: lambda.Runtime.PYTHON_3_14 }],
  ['a Node.js that we do not know yet', { runtime: new lambda.Runtime('nodejs98.x') }],
  ['a name that only CloudFormation knows, with its family', { runtime: new lambda.Runtime(Fn.importValue('Runtime'), lambda.RuntimeFamily.PYTHON) }],
  ['a Python that we do not know yet', { runtime: new lambda.Runtime('python3.98', lambda.RuntimeFamily.PYTHON) }],
], [
  ['Node.js 20', { runtime: lambda.Runtime.NODEJS_20_X }, "runtime: 'nodejs20.x' is a runtime that AWS no longer supports (the oldest supported is nodejs22.x)"],
  ['Python 3.10', { runtime: lambda.Runtime.PYTHON_3_10 }, "'python3.10' is a runtime that AWS no longer supports (the oldest supported is python3.11)"],
  ["the tutorial's Node.js", { runtime: new lambda.Runtime('nodejs12.x') }, 'is a runtime that AWS no longer supports'],
  ["the tutorial's Python", { runtime: new lambda.Runtime('python3.8') }, 'is a runtime that AWS no longer supports'],
  ['Python 2', { runtime: new lambda.Runtime('python2.7') }, 'is a runtime that AWS no longer supports'],
  ['Node.js of the old numbering', { runtime: new lambda.Runtime('nodejs8.10') }, 'is a runtime that AWS no longer supports'],
  ['a name that only CloudFormation knows', { runtime: new lambda.Runtime(Fn.importValue('Runtime')) },
    'runtime: name is a token, so its language is unknown; specify family as well, RuntimeFamily.NODEJS or RuntimeFamily.PYTHON'],
  ['Java', { runtime: lambda.Runtime.JAVA_21 }, "'java21' is not a Node.js or Python runtime; use Runtime.NODEJS_24_X"],
  ['a custom runtime', { runtime: lambda.Runtime.PROVIDED_AL2023 }, 'is not a Node.js or Python runtime'],
]);

boundary('authorizationScopes', [
  ['scopes of the client', { authorizationScopes: ['openid', 'aws.cognito.signin.user.admin'] }],
  ['a scope that a trigger may add to tokens', { authorizationScopes: ['api/read'] }],
  ['10 scopes', { authorizationScopes: scopes(10) }],
  ['64 characters', { authorizationScopes: ['a'.repeat(64)] }],
  ['a token', { authorizationScopes: [Fn.importValue('Scope')] }],
  ['a token list', { authorizationScopes: Token.asList({ Ref: 'Scopes' }) }],
], [
  ['11 scopes', { authorizationScopes: scopes(11) }, 'authorizationScopes: 11 scopes are more than a route accepts; specify up to 10'],
  ['65 characters', { authorizationScopes: ['a'.repeat(65)] }, `authorizationScopes: '${'a'.repeat(65)}' has 65 characters; use up to 64`],
  ['two in one', { authorizationScopes: ['openid email'] }, "authorizationScopes: 'openid email' is not a scope; specify one scope without spaces"],
  ['none', { authorizationScopes: [] }, 'authorizationScopes: [] is empty'],
  ['an empty one', { authorizationScopes: [''] }, "authorizationScopes: '' is not a scope; specify one scope without spaces, such as openid"],
]);

boundary('allowedOrigins', [
  ['any', { allowedOrigins: ['*'] }],
  ['any of https', { allowedOrigins: ['https://*'] }],
  ['punycode', { allowedOrigins: ['https://xn--mnchen-3ya.example'] }],
  ['https', { allowedOrigins: ['https://app.example.com'] }],
  ['http with a port', { allowedOrigins: ['http://localhost:5173'] }],
  ['an address', { allowedOrigins: ['https://[::1]:8443'] }],
  ['a scheme of an app', { allowedOrigins: ['capacitor://localhost'] }],
  ['a token', { allowedOrigins: [Fn.importValue('Origin')] }],
], [
  ['none', { allowedOrigins: [] }, 'allowedOrigins: [] is empty'],
  ['a trailing slash', { allowedOrigins: ['https://app.example.com/'] }, "allowedOrigins: 'https://app.example.com/' is not an origin"],
  ['a path', { allowedOrigins: ['https://app.example.com/app'] }, 'is not an origin as browsers send it; specify only scheme, host and port'],
  ['no scheme', { allowedOrigins: ['app.example.com'] }, "'app.example.com' is not an origin"],
  ['a scheme only', { allowedOrigins: ['https://'] }, "'https://' is not an origin"],
  ['a user', { allowedOrigins: ['https://me@app.example.com'] }, 'is not an origin'],
  ['upper case', { allowedOrigins: ['https://App.example.com'] }, 'is not an origin'],
  ['the usual port', { allowedOrigins: ['https://app.example.com:443'] }, 'is not an origin'],
  ['a part that stands for any', { allowedOrigins: ['https://*.example.com'] }, 'is not an origin'],
  ['letters beyond ASCII', { allowedOrigins: ['https://münchen.example'] }, 'is not an origin'],
  ['a port that is none', { allowedOrigins: ['https://app.example.com:99999'] }, 'is not an origin'],
  ['null', { allowedOrigins: ['null'] }, "'null' is not an origin"],
  ['an empty one', { allowedOrigins: [''] }, "'' is not an origin"],
]);

boundary('apiDomain', [
  ['the whole domain', (scope) => apiDomain(scope)],
  ['a part', (scope) => apiDomain(scope, 'v1')],
  ['parts', (scope) => apiDomain(scope, 'profiles/v1.0')],
  ['300 characters', (scope) => apiDomain(scope, 'a'.repeat(300))],
  ['a domain of the app', (scope) => apiDomainOfApp(scope, {})],
  ['a Regional domain with TLS 1.2', (scope) => apiDomainOfApp(scope, { endpointType: apigwv2.EndpointType.REGIONAL, securityPolicy: apigwv2.SecurityPolicy.TLS_1_2 })],
  ['a domain with configurations that only CloudFormation knows', (scope) => {
    const props = apiDomainOfApp(scope, {});
    (props.apiDomain!.domainName.node.defaultChild as apigwv2.CfnDomainName).domainNameConfigurations = Token.asAny({ Ref: 'Configurations' });
    return props;
  }],
], [
  ['301 characters', (scope) => apiDomain(scope, 'a'.repeat(301)), 'has 301 characters; use up to 300'],
  ['an edge-optimized domain', (scope) => apiDomainOfApp(scope, { endpointType: apigwv2.EndpointType.EDGE }),
    "apiDomain.domainName: 'Stack/Domain' has an edge-optimized endpoint, to which HTTP APIs can't be mapped; use EndpointType.REGIONAL"],
  ['TLS 1.0', (scope) => apiDomainOfApp(scope, { securityPolicy: apigwv2.SecurityPolicy.TLS_1_0 }),
    "apiDomain.domainName: 'Stack/Domain' has the security policy TLS 1.0, but HTTP APIs require TLS 1.2; use SecurityPolicy.TLS_1_2"],
  ['a part that only CloudFormation knows', (scope) => apiDomain(scope, Fn.importValue('Part')),
    'apiDomain.mappingKey: must not be a token, because the AWS CDK uses it in a construct ID; specify plain text'],
  ['nothing', (scope) => apiDomain(scope, ''), "apiDomain.mappingKey: '' is not a valid mapping key"],
  ['a slash in front', (scope) => apiDomain(scope, '/v1'), "apiDomain.mappingKey: '/v1' is not a valid mapping key"],
  ['a slash at the end', (scope) => apiDomain(scope, 'v1/'), "'v1/' is not a valid mapping key"],
  ['nothing between slashes', (scope) => apiDomain(scope, 'a//b'), "'a//b' is not a valid mapping key"],
  ['a space', (scope) => apiDomain(scope, 'a b'), "'a b' is not a valid mapping key"],
]);

boundary('throttle', [
  ['nothing', { throttle: {} }],
  ['0', { throttle: { rateLimit: 0, burstLimit: 0 } }],
  ['one half', { throttle: { rateLimit: 1 } }],
  ['2,147,483,647', { throttle: { rateLimit: 2147483647, burstLimit: 2147483647 } }],
  ['tokens', { throttle: { rateLimit: Token.asNumber({ Ref: 'Rate' }), burstLimit: Token.asNumber({ Ref: 'Burst' }) } }],
], [
  ['a negative rate', { throttle: { rateLimit: -1 } }, 'throttle.rateLimit: -1 is not a number of requests; specify an integer from 0 to 2147483647'],
  ['2,147,483,648', { throttle: { burstLimit: 2147483648 } }, 'throttle.burstLimit: 2147483648 is not'],
  ['a negative burst', { throttle: { burstLimit: -1 } }, 'throttle.burstLimit: -1 is not'],
  ['a fraction', { throttle: { rateLimit: 0.5 } }, 'throttle.rateLimit: 0.5 is not'],
  ['a fraction of a burst', { throttle: { burstLimit: 1.5 } }, 'throttle.burstLimit: 1.5 is not'],
  ['NaN', { throttle: { rateLimit: NaN } }, 'throttle.rateLimit: NaN is not'],
  ['Infinity', { throttle: { burstLimit: Infinity } }, 'throttle.burstLimit: Infinity is not'],
]);

function apiDomain(scope: Construct, mappingKey?: string): CognitoProfileServiceProps {
  const domainName = apigwv2.DomainName.fromDomainNameAttributes(scope, 'Domain', {
    name: 'api.example.com', regionalDomainName: 'd-1.execute-api.eu-west-1.amazonaws.com', regionalHostedZoneId: 'Z1',
  });
  return { domainSuffix: 'acme', apiDomain: { domainName, mappingKey } };
}

function apiDomainOfApp(scope: Construct, options: Partial<apigwv2.DomainNameProps>): CognitoProfileServiceProps {
  const certificate = Certificate.fromCertificateArn(scope, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/1');
  return { domainSuffix: 'acme', apiDomain: { domainName: new apigwv2.DomainName(scope, 'Domain', { domainName: 'api.example.com', certificate, ...options }) } };
}

function scopes(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `api/${index}`);
}
