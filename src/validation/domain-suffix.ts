import { Finding, finding, isKnown } from './finding';
import { domainPrefix } from '../sign-in/domain-prefix';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
const DOMAIN_PREFIX_PATTERN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const DOMAIN_PREFIX_MAX_LENGTH = 63;
const RESERVED_WORDS = ['aws', 'amazon', 'cognito'];

export function validateDomainSuffix(domainSuffix: string): Finding[] {
  if (!isKnown(domainSuffix)) {
    return [];
  }
  const findings: Finding[] = [];
  const prefix = domainPrefix(domainSuffix);
  if (prefix.length > DOMAIN_PREFIX_MAX_LENGTH) {
    const most = DOMAIN_PREFIX_MAX_LENGTH - domainPrefix('').length;
    findings.push(finding('domainSuffix', domainSuffix, `has ${domainSuffix.length} characters; use at most ${most}`));
  }
  if (!DOMAIN_PREFIX_PATTERN.test(prefix)) {
    findings.push(finding('domainSuffix', domainSuffix,
      'is not a domain label; use lower-case letters a-z, digits and hyphens, ending in a letter or digit'));
  }
  for (const word of RESERVED_WORDS.filter((reserved) => prefix.includes(reserved))) {
    findings.push(finding('domainSuffix', domainSuffix, `contains '${word}', which Cognito reserves; leave the word out`));
  }
  return findings;
}
