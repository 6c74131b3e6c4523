import { Finding, finding, isKnown } from './finding';
import { validateRedirectUrl } from './redirect-url';
import { Settings } from '../settings';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
const MAX_URLS = 100;

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
    if (isKnown(urls)) {
      findings.push(...validateUrls(`oAuth.${field}`, urls));
    }
  }
  // Tokens too: the L2 compares them as they are.
  if (defaultRedirectUri !== undefined && !callbackUrls!.includes(defaultRedirectUri)) {
    findings.push(finding('oAuth.defaultRedirectUri', defaultRedirectUri,
      `is not a callback URL; add it to oAuth.callbackUrls${isKnown(callbackUrls) ? ` (${callbackUrls.join(', ')})` : ''} or use one of them`));
  }
  return findings;
}

function validateUrls(prop: string, urls: string[]): Finding[] {
  return urls.length > MAX_URLS
    ? [finding(prop, urls.length, `URLs are more than Cognito takes; give at most ${MAX_URLS}`)]
    : urls.flatMap((url) => validateRedirectUrl(prop, url));
}
