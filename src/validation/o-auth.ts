import { Finding, finding, isKnown } from './finding';
import { Settings } from '../settings';

export function validateOAuth({ oAuth }: Settings): Finding[] {
  const { flows, scopes, callbackUrls, logoutUrls, defaultRedirectUri } = oAuth;
  const findings: Finding[] = [];

  if (flows!.clientCredentials) {
    findings.push(finding('oAuth.flows', flows,
      'has the client credentials grant, whose tokens stand for no user and so have no profile; leave it out'));
  } else if (!flows!.authorizationCodeGrant && !flows!.implicitCodeGrant) {
    findings.push(finding('oAuth.flows', flows, 'enables no grant; enable authorizationCodeGrant'));
  }
  if (scopes!.length === 0) {
    findings.push(finding('oAuth.scopes', scopes, 'is empty; give at least one scope, or leave the field out for the default'));
  }
  if (isKnown(callbackUrls) && callbackUrls.length === 0) {
    findings.push(finding('oAuth.callbackUrls', callbackUrls, 'is empty; give at least one URL to come back to after sign-in'));
  }
  for (const [field, urls] of Object.entries({ callbackUrls, logoutUrls })) {
    for (const url of isKnown(urls) ? urls : []) {
      findings.push(...validateRedirectUrl(`oAuth.${field}`, url));
    }
  }
  // Tokens too: the L2 compares them as they are.
  if (defaultRedirectUri !== undefined && !callbackUrls!.includes(defaultRedirectUri)) {
    findings.push(finding('oAuth.defaultRedirectUri', defaultRedirectUri,
      `is not a callback URL; add it to oAuth.callbackUrls (${callbackUrls!.join(', ')}) or use one of them`));
  }
  return findings;
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
function validateRedirectUrl(prop: string, url: string): Finding[] {
  if (!isKnown(url)) {
    return [];
  }
  if (!URL.canParse(url)) {
    return [finding(prop, url, 'is not an absolute URL; give one like https://app.example.com/callback')];
  }
  const findings: Finding[] = [];
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:' && hostname !== 'localhost') {
    findings.push(finding(prop, url, 'is plain http, which Cognito accepts for localhost only; use https'));
  }
  if (url.includes('#')) {
    findings.push(finding(prop, url, 'carries a fragment, which Cognito refuses; leave out # and what follows'));
  }
  return findings;
}
