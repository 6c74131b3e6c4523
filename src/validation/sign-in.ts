import { FeaturePlan, ManagedLoginVersion, Mfa, StandardThreatProtectionMode } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { validateOAuth } from './o-auth';
import { PropError, propError, isKnown } from './prop-error';
import { validateDomain } from './sign-in-domain';
import { Settings } from '../settings';

export function validateSignInProps(scope: Construct, settings: Settings): PropError[] {
  return [
    ...validateDomain(scope, settings),
    ...validateOAuth(settings),
    ...validatePasskeys(settings),
    ...validateFeaturePlan(settings),
  ];
}

function validatePasskeys({ passkeys, mfa, authFlows }: Settings): PropError[] {
  if (passkeys === undefined) {
    return [];
  }
  return [
    ...mfa === Mfa.REQUIRED ? [propError('passkeys', passkeys, 'can\'t be combined with Mfa.REQUIRED, as a passkey is a single factor; set mfa to Mfa.OPTIONAL, or leave passkeys out')] : [],
    ...authFlows.user ? [] : [propError('authFlows', authFlows, 'leaves out the choice-based flow, by which passkeys sign in; add user: true')],
  ];
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html */
function validateFeaturePlan({ featurePlan, managedLoginVersion, passkeys, authFlows, threatProtection }: Settings): PropError[] {
  if (!isKnown(featurePlan)) {
    return [];
  }
  const errors: PropError[] = [];
  if (featurePlan === FeaturePlan.LITE) {
    const add = (featureAndRemedy: string) => errors.push(propError('featurePlan', featurePlan, `does not include ${featureAndRemedy}`));
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
    errors.push(propError('threatProtection', threatProtection, `is not part of the feature plan ${featurePlan}; set featurePlan to FeaturePlan.PLUS`));
  }
  return errors;
}
