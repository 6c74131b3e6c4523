import { Token } from 'aws-cdk-lib';
import { RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { PropError, propError, propErrorWithoutValue, isKnown } from './prop-error';
import { Settings } from '../settings';

/**
 * The oldest runtimes that AWS still supports; newer ones than these pass, those that we don't know yet included.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
const OLDEST_RUNTIMES = [
  { pattern: /^nodejs(\d+)\.x$/, oldest: 22, name: 'nodejs22.x' },
  { pattern: /^python3\.(\d+)$/, oldest: 11, name: 'python3.11' },
];

/** The origins of no single site that API Gateway knows. */
const ANY_ORIGIN = ['*', 'https://*', 'http://*'];
/** A scheme and an authority (RFC 6454 section 6.2), of an app that is no web page. */
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
      : [propErrorWithoutValue('runtime', 'the name is known to CloudFormation only; state its family, RuntimeFamily.NODEJS or RuntimeFamily.PYTHON')];
  }
  const family = OLDEST_RUNTIMES.find(({ pattern }) => pattern.test(runtime.name));
  const newest = 'use Runtime.NODEJS_24_X, Runtime.PYTHON_3_14 or another supported one';
  if (!family) {
    // A name like python2.7 or nodejs8.10 is of our languages, but from before the numbering that is in use.
    const ended = /^(?:nodejs|python)/.test(runtime.name);
    return [propError('runtime', runtime.name,
      ended ? `is a runtime that AWS no longer supports; ${newest}` : `is neither Node.js nor Python; ${newest}`)];
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
    return [propError('allowedOrigins', allowedOrigins, 'is empty; name at least one origin, or leave the prop out for [\'*\']')];
  }
  return allowedOrigins
    .filter((origin) => isKnown(origin) && !isOrigin(origin))
    .map((origin) => propError('allowedOrigins', origin,
      'is not an origin as browsers send it; give scheme, host and port only, like https://app.example.com, in lower case, '
      + 'without a path, a trailing slash or the usual port, or \'*\''));
}

/** Whether a browser could send it: API Gateway compares character by character. */
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
    return [propError('authorizationScopes', authorizationScopes, 'is empty; name at least one scope, or leave the prop out to ask for none')];
  }
  return authorizationScopes
    .filter((scope) => scope === '')
    .map((scope) => propError('authorizationScopes', scope, 'is not a scope; name one, like openid'));
}

function validateApiDomain({ apiDomain }: Settings): PropError[] {
  const mappingKey = apiDomain?.mappingKey ?? undefined;
  if (Token.isUnresolved(mappingKey)) {
    return [propErrorWithoutValue('apiDomain.mappingKey', 'is known to CloudFormation only, but the CDK makes a construct id of it; give it as plain text')];
  }
  return mappingKey === undefined || MAPPING_KEY_PATTERN.test(mappingKey)
    ? []
    : [propError('apiDomain.mappingKey', mappingKey,
      'is not a path of the domain; use letters, digits and $-_.+!*\'(), with single slashes between parts only, or leave it out for the whole domain')];
}

function validateThrottle({ throttle }: Settings): PropError[] {
  return Object.entries(throttle)
    .filter(([, limit]) => isKnown(limit) && !(Number.isSafeInteger(limit) && limit >= 0))
    .map(([field, limit]) => propError(`throttle.${field}`, limit, 'is not a number of requests; give a whole number, 0 or more'));
}
