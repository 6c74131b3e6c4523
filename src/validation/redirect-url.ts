import { Finding, finding, isKnown } from './finding';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
const REDIRECT_URL_PATTERN = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u;
const MAX_LENGTH = 1024;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** What a browser shows or runs by itself, so that nothing comes back to the app. */
const SCHEMES_OF_NO_APP = ['javascript:', 'data:', 'file:', 'about:', 'blob:', 'mailto:', 'ftp:'];

export function validateRedirectUrl(prop: string, url: string): Finding[] {
  if (!isKnown(url)) {
    return [];
  }
  // `https:app.example.com` can be parsed too, as what a browser makes of a slip.
  if (!URL.canParse(url) || /^https?:(?!\/\/[^/])/i.test(url)) {
    return [finding(prop, url, 'is not an absolute URL; give one like https://app.example.com/callback')];
  }
  const { protocol, hostname } = new URL(url);
  const findings: Finding[] = [];
  if (!REDIRECT_URL_PATTERN.test(url)) {
    findings.push(finding(prop, url, 'has a character that Cognito refuses, like a space; percent-encode it (RFC 3986 section 2.1)'));
  }
  if (SCHEMES_OF_NO_APP.includes(protocol)) {
    findings.push(finding(prop, url, `has the scheme ${protocol}, which leads back to no app; use https, or the scheme of your app`));
  }
  if (url.length > MAX_LENGTH) {
    findings.push(finding(prop, url, `has ${url.length} characters; use at most ${MAX_LENGTH}`));
  }
  if (protocol === 'http:' && !LOOPBACK.includes(hostname)) {
    findings.push(finding(prop, url, 'is plain http, which Cognito takes for localhost, 127.0.0.1 and [::1] only; use https'));
  }
  if (url.includes('#')) {
    findings.push(finding(prop, url, 'carries a fragment, which Cognito refuses; leave out # and what follows'));
  }
  return findings;
}
