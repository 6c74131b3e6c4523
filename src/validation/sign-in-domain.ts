import { CustomDomainOptions } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Finding, finding, isKnown } from './finding';
import { placeOf, placeOfStack } from './place';

/** The certificates of CloudFront, which serves the sign-in pages. */
const CERTIFICATE_REGION = 'us-east-1';
/** Labels of letters, digits and inner hyphens (RFC 1123 section 2.1), at least two. */
const DOMAIN_NAME_PATTERN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
const MAX_LENGTH = 63;

export function validateSignInDomain(scope: Construct, { domainName, certificate }: CustomDomainOptions): Finding[] {
  const findings: Finding[] = [];
  if (isKnown(domainName) && !(domainName.length <= MAX_LENGTH && DOMAIN_NAME_PATTERN.test(domainName))) {
    findings.push(finding('signInDomain.domainName', domainName,
      `is not the name of a domain; give one like auth.example.com, in lower case, with at most ${MAX_LENGTH} characters`));
  }
  const { region } = placeOf(certificate.certificateArn, certificate);
  const { region: ours } = placeOfStack(scope);
  if (ours?.startsWith('us-gov-')) {
    findings.push(finding('signInDomain', domainName, `is not possible in ${ours}, where Cognito takes no domains of one's own; use domainSuffix`));
  } else if (region !== undefined && region !== CERTIFICATE_REGION) {
    findings.push(finding('signInDomain.certificate', certificate,
      `is in ${region}, and Cognito takes only one in ${CERTIFICATE_REGION}; make it in a stack of that region, with crossRegionReferences`));
  }
  return findings;
}
