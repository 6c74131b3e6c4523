import { OAuthScope } from 'aws-cdk-lib/aws-cognito';
import { PropError, propError, isKnown } from './prop-error';
import { SCOPE_PATTERN } from './scope';
import { Settings } from '../settings';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
const MAX_URLS = 100;
const REDIRECT_URL_PATTERN = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u;
const MAX_URL_LENGTH = 1024;
const MAX_SCOPES = 50;
const MAX_SCOPE_LENGTH = 256;
/** The scopes of Cognito. Others belong to a resource server. */
const { PHONE, EMAIL, OPENID, PROFILE, COGNITO_ADMIN } = OAuthScope;
const COGNITO_SCOPES = [PHONE, EMAIL, OPENID, PROFILE, COGNITO_ADMIN].map(({ scopeName }) => scopeName);
/** The scopes to which the L2 construct adds `openid`. */
const CLAIM_SCOPES = [PHONE, EMAIL, PROFILE].map(({ scopeName }) => scopeName);
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** URL parsers read the host of `localhost:3000` as a scheme. After the scheme of an app comes a slash, and no port. */
const HOST_AND_PORT_PATTERN = /^([a-z0-9.-]+):\d{1,5}(?:[/?#]|$)/i;
/** Schemes that browsers handle themselves, so that they can't redirect to an app. */
const BROWSER_SCHEMES = ['javascript:', 'data:', 'file:', 'about:', 'blob:', 'mailto:', 'ftp:'];

export function validateOAuth({ oAuth }: Settings): PropError[] {
  const { flows, scopes, callbackUrls, logoutUrls, defaultRedirectUri } = oAuth;
  const errors: PropError[] = [];

  if (flows!.clientCredentials) {
    errors.push(propError('oAuth.flows', flows,
      'enables the client credentials grant, whose tokens don\'t represent a user; omit clientCredentials'));
  } else if (!flows!.authorizationCodeGrant && !flows!.implicitCodeGrant) {
    errors.push(propError('oAuth.flows', flows, 'enables no grant; specify authorizationCodeGrant: true'));
  }
  errors.push(...validateScopes(scopes!.map(({ scopeName }) => scopeName)));
  if (isKnown(callbackUrls) && callbackUrls.length === 0) {
    errors.push(propError('oAuth.callbackUrls', callbackUrls, 'is empty; specify at least one URL'));
  }
  // The default of the logout URLs is the callback URLs, whose errors are reported once.
  for (const [field, urls] of Object.entries({ callbackUrls, ...logoutUrls !== callbackUrls && { logoutUrls } })) {
    if (isKnown(urls)) {
      errors.push(...validateUrls(`oAuth.${field}`, urls));
    }
  }
  // Applies to tokens too: the L2 construct compares unresolved values.
  if (defaultRedirectUri !== undefined && !callbackUrls!.includes(defaultRedirectUri)) {
    errors.push(propError('oAuth.defaultRedirectUri', defaultRedirectUri,
      `is not a callback URL; add it to oAuth.callbackUrls${isKnown(callbackUrls) ? ` (${callbackUrls.join(', ')})` : ''} or specify one of them`));
  }
  return errors;
}

function validateScopes(scopes: string[]): PropError[] {
  if (scopes.length === 0) {
    return [propError('oAuth.scopes', scopes, 'is empty; specify at least one scope, or omit the field for the default')];
  }
  // As the L2 construct sets them, without duplicates.
  const inTemplate = new Set([...scopes, ...scopes.some((scope) => CLAIM_SCOPES.includes(scope)) ? [OPENID.scopeName] : []]);
  if (inTemplate.size > MAX_SCOPES) {
    return [propError('oAuth.scopes', inTemplate.size, `scopes are more than Cognito accepts, openid included; specify up to ${MAX_SCOPES}`)];
  }
  return scopes.filter(isKnown).flatMap((scope) => [
    ...SCOPE_PATTERN.test(scope) && (COGNITO_SCOPES.includes(scope) || scope.includes('/')) ? [] : [propError('oAuth.scopes', scope,
      `is not a scope that Cognito has; specify ${COGNITO_SCOPES.join(', ')}, or a scope of a resource server, such as api/read`)],
    ...scope.length <= MAX_SCOPE_LENGTH ? [] : [propError('oAuth.scopes', scope, `has ${scope.length} characters; use up to ${MAX_SCOPE_LENGTH}`)],
  ]);
}

function validateUrls(prop: string, urls: string[]): PropError[] {
  return urls.length > MAX_URLS
    ? [propError(prop, urls.length, `URLs are more than Cognito accepts; specify up to ${MAX_URLS}`)]
    : urls.flatMap((url) => validateRedirectUrl(prop, url));
}

function validateRedirectUrl(prop: string, url: string): PropError[] {
  if (!isKnown(url)) {
    return [];
  }
  const [, host] = HOST_AND_PORT_PATTERN.exec(url) ?? [];
  if (host) {
    return [propError(prop, url, `has no scheme; specify ${LOOPBACK.includes(host) ? 'http' : 'https'}://${url}`)];
  }
  // `https:app.example.com` can also be parsed, because URL parsers add the missing slashes.
  if (!URL.canParse(url) || /^https?:(?!\/\/[^/])/i.test(url)) {
    return [propError(prop, url, 'is not an absolute URL; specify a URL such as https://app.example.com/callback')];
  }
  const { protocol, hostname } = new URL(url);
  const errors: PropError[] = [];
  if (!REDIRECT_URL_PATTERN.test(url)) {
    errors.push(propError(prop, url, 'contains a character that Cognito rejects, such as a space; percent-encode it (RFC 3986 section 2.1)'));
  }
  if (BROWSER_SCHEMES.includes(protocol)) {
    errors.push(propError(prop, url, `has the scheme ${protocol}, which can't redirect to an app; use https or the custom scheme of your app`));
  }
  if (url.length > MAX_URL_LENGTH) {
    errors.push(propError(prop, url, `has ${url.length} characters; use up to ${MAX_URL_LENGTH}`));
  }
  if (protocol === 'http:' && !LOOPBACK.includes(hostname)) {
    errors.push(propError(prop, url, 'uses http, which Cognito accepts only for localhost, 127.0.0.1 and [::1]; use https'));
  }
  if (url.includes('#')) {
    errors.push(propError(prop, url, 'contains a fragment, which Cognito rejects; omit the # and everything after it'));
  }
  return errors;
}
