import { CustomDomainOptions } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { locationOf, locationOfStack } from './location';
import { PropError, propError, isKnown } from './prop-error';
import { Settings } from '../settings';
import { domainPrefix } from '../sign-in/domain-prefix';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
const DOMAIN_PREFIX_PATTERN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const DOMAIN_PREFIX_MAX_LENGTH = 63;
const RESERVED_WORDS = ['aws', 'amazon', 'cognito'];

/** The Region for certificates of CloudFront, which serves the sign-in pages. */
const CERTIFICATE_REGION = 'us-east-1';
/** Two or more labels of letters, digits and inner hyphens (RFC 1123 section 2.1). */
const DOMAIN_NAME_PATTERN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
const DOMAIN_NAME_MAX_LENGTH = 63;
/** @see https://docs.aws.amazon.com/acm/latest/APIReference/API_DescribeCertificate.html */
const CERTIFICATE_ARN_PATTERN = /^arn:[\w-]+:acm:[\w-]+:\d+:certificate\/[\w-]+$/;

export function validateDomain(scope: Construct, { domainSuffix, signInDomain, userPool }: Settings): PropError[] {
  if (domainSuffix !== undefined) {
    return validateDomainSuffix(domainSuffix);
  }
  if (signInDomain) {
    return validateSignInDomain(scope, signInDomain);
  }
  return userPool
    ? []
    : [propError('domainSuffix', domainSuffix, 'is missing; specify a suffix that makes the sign-in domain unique, such as \'acme-dev\', or specify signInDomain or userPool instead')];
}

function validateDomainSuffix(domainSuffix: string): PropError[] {
  if (!isKnown(domainSuffix)) {
    return [];
  }
  const errors: PropError[] = [];
  const prefix = domainPrefix(domainSuffix);
  if (prefix.length > DOMAIN_PREFIX_MAX_LENGTH) {
    const most = DOMAIN_PREFIX_MAX_LENGTH - domainPrefix('').length;
    errors.push(propError('domainSuffix', domainSuffix, `has ${domainSuffix.length} characters; use up to ${most}`));
  }
  if (!DOMAIN_PREFIX_PATTERN.test(prefix)) {
    errors.push(propError('domainSuffix', domainSuffix,
      'is not a valid suffix; use lowercase letters a-z, digits and hyphens, ending in a letter or digit'));
  }
  for (const word of RESERVED_WORDS.filter((reserved) => prefix.includes(reserved))) {
    errors.push(propError('domainSuffix', domainSuffix, `contains '${word}', which is a reserved word in Cognito; remove it`));
  }
  return errors;
}

function validateSignInDomain(scope: Construct, { domainName, certificate }: CustomDomainOptions): PropError[] {
  const errors: PropError[] = [];
  if (isKnown(domainName) && !(domainName.length <= DOMAIN_NAME_MAX_LENGTH && DOMAIN_NAME_PATTERN.test(domainName))) {
    errors.push(propError('signInDomain.domainName', domainName,
      `is not a valid domain name; specify a name such as auth.example.com, in lowercase, of up to ${DOMAIN_NAME_MAX_LENGTH} characters`));
  }
  if (isKnown(certificate.certificateArn) && !CERTIFICATE_ARN_PATTERN.test(certificate.certificateArn)) {
    return [...errors, propError('signInDomain.certificate', certificate.certificateArn, 'is not the ARN of a certificate in AWS Certificate Manager; specify that ARN')];
  }
  const { region } = locationOf(certificate.certificateArn, certificate);
  const { region: ours } = locationOfStack(scope);
  if (ours?.startsWith('us-gov-')) {
    errors.push(propError('signInDomain', domainName, `can't be used in ${ours}, where Cognito doesn't support custom domains; use domainSuffix`));
  } else if (region !== undefined && region !== CERTIFICATE_REGION) {
    errors.push(propError('signInDomain.certificate', certificate,
      `is in ${region}, but Cognito requires a certificate in ${CERTIFICATE_REGION}; create it in a stack in that Region, with crossRegionReferences`));
  }
  return errors;
}
