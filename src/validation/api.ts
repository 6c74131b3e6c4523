import { Stack, Token } from 'aws-cdk-lib';
import { CfnDomainName, EndpointType, IDomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { PropError, propError, propErrorWithoutValue, isKnown } from './prop-error';
import { SCOPE_PATTERN } from './scope';
import { Settings } from '../settings';

/**
 * The oldest runtimes that AWS supports. Later runtimes pass, including future ones.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
const OLDEST_RUNTIMES = [
  { pattern: /^nodejs(\d+)\.x$/, oldest: 22, name: 'nodejs22.x' },
  { pattern: /^python3\.(\d+)$/, oldest: 11, name: 'python3.11' },
];

/** The wildcard origins that API Gateway supports. */
const ANY_ORIGIN = ['*', 'https://*', 'http://*'];
/** A custom scheme and an authority (RFC 6454 section 6.2), the origin of a native app. */
const APP_ORIGIN_PATTERN = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.:-]+$/;

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const MAX_SCOPES = 10;
/** @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html */
const MAX_SCOPE_LENGTH = 64;

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html */
const MAPPING_KEY_PATTERN = /^[A-Za-z0-9$\-_.+!*'()]+(?:\/[A-Za-z0-9$\-_.+!*'()]+)*$/;
/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html */
const MAPPING_KEY_MAX_LENGTH = 300;

/**
 * The burst limit is an integer in the model of the API, which has 32 bits. The rate limit is a double, and has the same maximum here so
 * that one rule applies to both.
 *
 * @see https://smithy.io/2.0/spec/simple-types.html#integer
 */
const MAX_LIMIT = 2 ** 31 - 1;

export function validateApiProps(settings: Settings): PropError[] {
  return [
    ...validateRuntime(settings),
    ...validateAllowedOrigins(settings),
    ...validateAuthorizationScopes(settings),
    ...validateApiDomain(settings),
    ...validateThrottle(settings),
  ];
}

function validateRuntime({ runtime }: Settings): PropError[] {
  if (!isKnown(runtime.name)) {
    return runtime.family === RuntimeFamily.NODEJS || runtime.family === RuntimeFamily.PYTHON
      ? []
      : [propErrorWithoutValue('runtime', 'name is a token, so its language is unknown; specify family as well, RuntimeFamily.NODEJS or RuntimeFamily.PYTHON')];
  }
  const family = OLDEST_RUNTIMES.find(({ pattern }) => pattern.test(runtime.name));
  const newest = 'use Runtime.NODEJS_24_X, Runtime.PYTHON_3_14 or another supported runtime';
  if (!family) {
    // Names such as python2.7 and nodejs8.10 don't match the current naming scheme.
    const ended = /^(?:nodejs|python)/.test(runtime.name);
    return [propError('runtime', runtime.name,
      ended ? `is a runtime that AWS no longer supports; ${newest}` : `is not a Node.js or Python runtime; ${newest}`)];
  }
  const version = Number(family.pattern.exec(runtime.name)![1]);
  return version >= family.oldest
    ? []
    : [propError('runtime', runtime.name,
      `is a runtime that AWS no longer supports (the oldest supported is ${family.name}); ${newest}`)];
}

function validateAllowedOrigins({ allowedOrigins }: Settings): PropError[] {
  if (!isKnown(allowedOrigins)) {
    return [];
  }
  if (allowedOrigins.length === 0) {
    return [propError('allowedOrigins', allowedOrigins, 'is empty; specify at least one origin, or omit the prop for the default [\'*\']')];
  }
  return allowedOrigins
    .filter((origin) => isKnown(origin) && !isOrigin(origin))
    .map((origin) => propError('allowedOrigins', origin,
      'is not an origin as browsers send it; specify only scheme, host and port, such as https://app.example.com, in lowercase, '
      + 'without a path, a trailing slash or the default port, or \'*\''));
}

/** Whether a browser could send this origin. API Gateway compares origins character by character. */
function isOrigin(origin: string): boolean {
  if (ANY_ORIGIN.includes(origin)) {
    return true;
  }
  return /^https?:/.test(origin)
    ? URL.canParse(origin) && new URL(origin).origin === origin && !origin.includes('*')
    : APP_ORIGIN_PATTERN.test(origin);
}

function validateAuthorizationScopes({ authorizationScopes }: Settings): PropError[] {
  if (!isKnown(authorizationScopes)) {
    return [];
  }
  if (authorizationScopes.length === 0) {
    return [propError('authorizationScopes', authorizationScopes, 'is empty; specify at least one scope, or omit the prop to require no scope')];
  }
  if (authorizationScopes.length > MAX_SCOPES) {
    return [propError('authorizationScopes', authorizationScopes.length, `scopes are more than a route accepts; specify up to ${MAX_SCOPES}`)];
  }
  return authorizationScopes.filter(isKnown).flatMap((scope) => [
    ...SCOPE_PATTERN.test(scope) ? [] : [propError('authorizationScopes', scope, 'is not a scope; specify one scope without spaces, such as openid')],
    ...scope.length <= MAX_SCOPE_LENGTH ? [] : [propError('authorizationScopes', scope, `has ${scope.length} characters; use up to ${MAX_SCOPE_LENGTH}`)],
  ]);
}

function validateApiDomain({ apiDomain }: Settings): PropError[] {
  return apiDomain ? [...validateDomainName(apiDomain.domainName), ...validateMappingKey(apiDomain.mappingKey ?? undefined)] : [];
}

/**
 * Validates the settings of a domain name that the app defines.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
 */
function validateDomainName(domainName: IDomainName): PropError[] {
  const resource = domainName.node.defaultChild;
  // Resolved, because the L2 construct sets a lazy value.
  const configurations = resource instanceof CfnDomainName ? Stack.of(resource).resolve(resource.domainNameConfigurations) : [];
  const has = (field: string, value: string) => Array.isArray(configurations) && configurations.some((each) => each[field] === value);
  return [
    ...has('endpointType', EndpointType.EDGE)
      ? [propError('apiDomain.domainName', domainName, 'has an edge-optimized endpoint, to which HTTP APIs can\'t be mapped; use EndpointType.REGIONAL')] : [],
    ...has('securityPolicy', SecurityPolicy.TLS_1_0)
      ? [propError('apiDomain.domainName', domainName, 'has the security policy TLS 1.0, but HTTP APIs require TLS 1.2; use SecurityPolicy.TLS_1_2')] : [],
  ];
}

function validateMappingKey(mappingKey: string | undefined): PropError[] {
  if (Token.isUnresolved(mappingKey)) {
    return [propErrorWithoutValue('apiDomain.mappingKey', 'must not be a token, because the AWS CDK uses it in a construct ID; specify plain text')];
  }
  if (mappingKey === undefined) {
    return [];
  }
  return [
    ...MAPPING_KEY_PATTERN.test(mappingKey) ? [] : [propError('apiDomain.mappingKey', mappingKey,
      'is not a valid mapping key; use letters, digits and $-_.+!*\'(), with single slashes between parts, or omit it to map the whole domain')],
    ...mappingKey.length <= MAPPING_KEY_MAX_LENGTH ? [] : [propError('apiDomain.mappingKey', mappingKey, `has ${mappingKey.length} characters; use up to ${MAPPING_KEY_MAX_LENGTH}`)],
  ];
}

function validateThrottle({ throttle }: Settings): PropError[] {
  return Object.entries(throttle)
    .filter(([, limit]) => isKnown(limit) && !(Number.isSafeInteger(limit) && limit >= 0 && limit <= MAX_LIMIT))
    .map(([field, limit]) => propError(`throttle.${field}`, limit, `is not a number of requests; specify an integer from 0 to ${MAX_LIMIT}`));
}
