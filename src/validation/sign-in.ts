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
    ...mfa === Mfa.REQUIRED ? [propError('passkeys', passkeys, 'can\'t be combined with Mfa.REQUIRED, because a passkey is a single factor; set mfa to Mfa.OPTIONAL, or omit passkeys')] : [],
    ...authFlows.user ? [] : [propError('authFlows', authFlows, 'doesn\'t enable the choice-based flow, which passkeys require; add user: true')],
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
      add('the newer managed login; set managedLoginVersion to ManagedLoginVersion.CLASSIC_HOSTED_UI, or use FeaturePlan.ESSENTIALS');
    }
    if (passkeys !== undefined) {
      add('passkeys; omit passkeys, or use FeaturePlan.ESSENTIALS');
    } else if (authFlows.user) {
      add('the choice-based flow; omit user from authFlows, or use FeaturePlan.ESSENTIALS');
    }
  }
  if (isKnown(threatProtection) && threatProtection !== StandardThreatProtectionMode.NO_ENFORCEMENT && featurePlan !== FeaturePlan.PLUS) {
    errors.push(propError('threatProtection', threatProtection, `is not available in the feature plan ${featurePlan}; set featurePlan to FeaturePlan.PLUS`));
  }
  return errors;
}
