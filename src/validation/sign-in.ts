import { FeaturePlan, ManagedLoginVersion, Mfa, PasskeyUserVerification, StandardThreatProtectionMode } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { validateOAuth } from './o-auth';
import { PropError, propError, propErrorWithoutValue, isKnown } from './prop-error';
import { validateDomain } from './sign-in-domain';
import { Settings } from '../settings';

export function validateSignInProps(scope: Construct, settings: Settings): PropError[] {
  return [
    ...validateDomain(scope, settings),
    ...validateOAuth(settings),
    ...validateRefreshTokenRotation(settings),
    ...validateEmail(scope, settings),
    ...validatePasskeys(settings),
    ...validateFeaturePlan(settings),
  ];
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RefreshTokenRotationType.html */
const MAX_GRACE_PERIOD_SECONDS = 60;
const AUTH_FLOWS = ['adminUserPassword', 'custom', 'user', 'userPassword', 'userSrp'] as const;

function validateRefreshTokenRotation({ refreshTokenRotationGracePeriod: gracePeriod, authFlows, passkeys }: Settings): PropError[] {
  if (!gracePeriod) {
    return [];
  }
  if (gracePeriod.isUnresolved()) {
    return [propErrorWithoutValue('refreshTokenRotationGracePeriod', 'must not be a token, because the AWS CDK validates it; specify a number of seconds')];
  }
  const seconds = gracePeriod.toSeconds({ integral: false });
  return [
    ...Number.isInteger(seconds) && seconds <= MAX_GRACE_PERIOD_SECONDS
      ? []
      : [propError('refreshTokenRotationGracePeriod', gracePeriod.toHumanString(), `is not a valid grace period; specify whole seconds, from 0 to ${MAX_GRACE_PERIOD_SECONDS}`)],
    // Without any flow, Cognito enables its default flows, which include one that it rejects with rotation.
    // Passkeys require a flow anyway.
    ...passkeys !== undefined || AUTH_FLOWS.some((flow) => authFlows[flow])
      ? []
      : [propError('authFlows', authFlows, 'enables no flow, which Cognito rejects with refresh token rotation; specify at least one, such as userSrp: true')],
  ];
}

/** The AWS CDK validates the options of an email configuration when it binds them to a user pool. */
function validateEmail(scope: Construct, { email }: Settings): PropError[] {
  try {
    const from = email?._bind(scope).from;
    return isKnown(from) && !from.includes('@')
      ? [propError('email', from, 'is not an email address; specify the address of the sender as fromEmail')]
      : [];
  } catch (error) {
    return [propErrorWithoutValue('email', `${(error as Error).message}; correct the options of UserPoolEmail`)];
  }
}

function validatePasskeys({ passkeys, mfa, authFlows }: Settings): PropError[] {
  if (passkeys === undefined) {
    return [];
  }
  return [
    ...mfa === Mfa.REQUIRED && passkeys === PasskeyUserVerification.PREFERRED
      ? [propError('passkeys', passkeys, 'can\'t be combined with Mfa.REQUIRED, because a passkey counts as multi-factor authentication only with user verification; '
        + 'set passkeys to PasskeyUserVerification.REQUIRED, or mfa to Mfa.OPTIONAL')]
      : [],
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
