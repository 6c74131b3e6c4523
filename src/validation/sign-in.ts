import { FeaturePlan, ManagedLoginVersion, Mfa, StandardThreatProtectionMode } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { validateDomainSuffix } from './domain-suffix';
import { Finding, finding, isKnown } from './finding';
import { validateOAuth } from './o-auth';
import { validateSignInDomain } from './sign-in-domain';
import { Settings } from '../settings';

export function validateSignInProps(scope: Construct, settings: Settings): Finding[] {
  return [
    ...validateDomain(scope, settings),
    ...validateOAuth(settings),
    ...validatePasskeys(settings),
    ...validateFeaturePlan(settings),
  ];
}

function validateDomain(scope: Construct, { domainSuffix, signInDomain, userPool }: Settings): Finding[] {
  const ofSignInDomain = signInDomain ? validateSignInDomain(scope, signInDomain) : [];
  if (domainSuffix !== undefined) {
    return [
      ...validateDomainSuffix(domainSuffix),
      ...ofSignInDomain,
      ...signInDomain ? [finding('domainSuffix', domainSuffix, `can't be combined with signInDomain, '${signInDomain.domainName}', which is another domain; give only one of them`)] : [],
    ];
  }
  return signInDomain || userPool
    ? ofSignInDomain
    : [finding('domainSuffix', domainSuffix, 'is missing; give a suffix that makes your sign-in domain unique, like \'acme-dev\', or give signInDomain or userPool instead')];
}

function validatePasskeys({ passkeys, mfa, authFlows }: Settings): Finding[] {
  if (passkeys === undefined) {
    return [];
  }
  return [
    ...mfa === Mfa.REQUIRED ? [finding('passkeys', passkeys, 'can\'t be combined with Mfa.REQUIRED, as a passkey is a single factor; set mfa to Mfa.OPTIONAL, or leave passkeys out')] : [],
    ...authFlows.user ? [] : [finding('authFlows', authFlows, 'leaves out the choice-based flow, by which passkeys sign in; add user: true')],
  ];
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html */
function validateFeaturePlan({ featurePlan, managedLoginVersion, passkeys, authFlows, threatProtection }: Settings): Finding[] {
  if (!isKnown(featurePlan)) {
    return [];
  }
  const findings: Finding[] = [];
  if (featurePlan === FeaturePlan.LITE) {
    const add = (whatAndWhatToDo: string) => findings.push(finding('featurePlan', featurePlan, `does not include ${whatAndWhatToDo}`));
    if (managedLoginVersion === ManagedLoginVersion.NEWER_MANAGED_LOGIN) {
      add('the newer managed login; set managedLoginVersion to ManagedLoginVersion.CLASSIC_HOSTED_UI, or take FeaturePlan.ESSENTIALS');
    }
    if (passkeys !== undefined) {
      add('passkeys; leave passkeys out, or take FeaturePlan.ESSENTIALS');
    } else if (authFlows.user) {
      add('the choice-based flow; leave user out of authFlows, or take FeaturePlan.ESSENTIALS');
    }
  }
  if (isKnown(threatProtection) && threatProtection !== StandardThreatProtectionMode.NO_ENFORCEMENT && featurePlan !== FeaturePlan.PLUS) {
    findings.push(finding('threatProtection', threatProtection, `is not part of the feature plan ${featurePlan}; set featurePlan to FeaturePlan.PLUS`));
  }
  return findings;
}
