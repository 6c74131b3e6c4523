import { Token } from 'aws-cdk-lib';
import { RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { PropError, propError, propErrorWithoutValue, isKnown } from './prop-error';
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

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html */
const MAPPING_KEY_PATTERN = /^[A-Za-z0-9$\-_.+!*'()]+(?:\/[A-Za-z0-9$\-_.+!*'()]+)*$/;

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
  return authorizationScopes
    .filter((scope) => scope === '')
    .map((scope) => propError('authorizationScopes', scope, 'is not a scope; specify a scope, such as openid'));
}

function validateApiDomain({ apiDomain }: Settings): PropError[] {
  const mappingKey = apiDomain?.mappingKey ?? undefined;
  if (Token.isUnresolved(mappingKey)) {
    return [propErrorWithoutValue('apiDomain.mappingKey', 'must not be a token, because the AWS CDK uses it in a construct ID; specify plain text')];
  }
  return mappingKey === undefined || MAPPING_KEY_PATTERN.test(mappingKey)
    ? []
    : [propError('apiDomain.mappingKey', mappingKey,
      'is not a valid mapping key; use letters, digits and $-_.+!*\'(), with single slashes between parts, or omit it to map the whole domain')];
}

function validateThrottle({ throttle }: Settings): PropError[] {
  return Object.entries(throttle)
    .filter(([, limit]) => isKnown(limit) && !(Number.isSafeInteger(limit) && limit >= 0))
    .map(([field, limit]) => propError(`throttle.${field}`, limit, 'is not a number of requests; specify an integer, 0 or greater'));
}
