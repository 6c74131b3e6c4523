import { PropError, propError, isKnown } from './prop-error';
import { Settings } from '../settings';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
const MAX_URLS = 100;
const REDIRECT_URL_PATTERN = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u;
const MAX_URL_LENGTH = 1024;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** The schemes that browsers handle themselves, without a redirect to the app. */
const SCHEMES_OF_NO_APP = ['javascript:', 'data:', 'file:', 'about:', 'blob:', 'mailto:', 'ftp:'];

export function validateOAuth({ oAuth }: Settings): PropError[] {
  const { flows, scopes, callbackUrls, logoutUrls, defaultRedirectUri } = oAuth;
  const errors: PropError[] = [];

  if (flows!.clientCredentials) {
    errors.push(propError('oAuth.flows', flows,
      'has the client credentials grant, whose tokens stand for no user and so have no profile; leave it out'));
  } else if (!flows!.authorizationCodeGrant && !flows!.implicitCodeGrant) {
    errors.push(propError('oAuth.flows', flows, 'enables no grant; enable authorizationCodeGrant'));
  }
  if (scopes!.length === 0) {
    errors.push(propError('oAuth.scopes', scopes, 'is empty; give at least one scope, or leave the field out for the default'));
  }
  if (isKnown(callbackUrls) && callbackUrls.length === 0) {
    errors.push(propError('oAuth.callbackUrls', callbackUrls, 'is empty; give at least one URL to come back to after sign-in'));
  }
  for (const [field, urls] of Object.entries({ callbackUrls, logoutUrls })) {
    if (isKnown(urls)) {
      errors.push(...validateUrls(`oAuth.${field}`, urls));
    }
  }
  // Tokens too: the L2 compares them as they are.
  if (defaultRedirectUri !== undefined && !callbackUrls!.includes(defaultRedirectUri)) {
    errors.push(propError('oAuth.defaultRedirectUri', defaultRedirectUri,
      `is not a callback URL; add it to oAuth.callbackUrls${isKnown(callbackUrls) ? ` (${callbackUrls.join(', ')})` : ''} or use one of them`));
  }
  return errors;
}

function validateUrls(prop: string, urls: string[]): PropError[] {
  return urls.length > MAX_URLS
    ? [propError(prop, urls.length, `URLs are more than Cognito takes; give at most ${MAX_URLS}`)]
    : urls.flatMap((url) => validateRedirectUrl(prop, url));
}

function validateRedirectUrl(prop: string, url: string): PropError[] {
  if (!isKnown(url)) {
    return [];
  }
  // `https:app.example.com` can be parsed too, as what a browser makes of a slip.
  if (!URL.canParse(url) || /^https?:(?!\/\/[^/])/i.test(url)) {
    return [propError(prop, url, 'is not an absolute URL; give one like https://app.example.com/callback')];
  }
  const { protocol, hostname } = new URL(url);
  const errors: PropError[] = [];
  if (!REDIRECT_URL_PATTERN.test(url)) {
    errors.push(propError(prop, url, 'has a character that Cognito refuses, like a space; percent-encode it (RFC 3986 section 2.1)'));
  }
  if (SCHEMES_OF_NO_APP.includes(protocol)) {
    errors.push(propError(prop, url, `has the scheme ${protocol}, which leads back to no app; use https, or the scheme of your app`));
  }
  if (url.length > MAX_URL_LENGTH) {
    errors.push(propError(prop, url, `has ${url.length} characters; use at most ${MAX_URL_LENGTH}`));
  }
  if (protocol === 'http:' && !LOOPBACK.includes(hostname)) {
    errors.push(propError(prop, url, 'is plain http, which Cognito takes for localhost, 127.0.0.1 and [::1] only; use https'));
  }
  if (url.includes('#')) {
    errors.push(propError(prop, url, 'carries a fragment, which Cognito refuses; leave out # and what follows'));
  }
  return errors;
}
