import { PropError, propError } from './prop-error';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

/** The props that have no effect with an existing resource. */
const IGNORED_WITH = {
  userPool: ['domainSuffix', 'signInDomain', 'selfSignUp', 'email', 'mfa', 'passkeys', 'featurePlan', 'threatProtection'],
  userPoolClient: ['oAuth', 'authFlows', 'refreshTokenRotationGracePeriod', 'managedLoginVersion'],
  table: ['tableCapacity'],
} as const;

/** Finds mutually exclusive props. */
export function validateExclusiveProps(props: CognitoProfileServiceProps): PropError[] {
  const ignored = (['userPool', 'userPoolClient', 'table'] as const)
    .filter((existing) => props[existing] !== undefined)
    .flatMap((existing) => IGNORED_WITH[existing]
      .filter((prop) => props[prop] !== undefined)
      .map((prop) => propError(prop, valueOf(props, prop), `has no effect with an existing ${existing}; omit ${prop}, and configure the ${existing} itself`)));
  return [...ignored, ...validateDomains(props)];
}

function validateDomains({ domainSuffix, signInDomain, userPool }: CognitoProfileServiceProps): PropError[] {
  return domainSuffix !== undefined && signInDomain !== undefined && userPool === undefined
    ? [propError('domainSuffix', domainSuffix, `can't be combined with signInDomain '${signInDomain.domainName}', because the construct creates only one sign-in domain; specify only one of them`)]
    : [];
}

/** The value for the message. Objects are replaced by what identifies them. */
function valueOf(props: CognitoProfileServiceProps, prop: keyof CognitoProfileServiceProps): unknown {
  switch (prop) {
    case 'signInDomain': return props.signInDomain!.domainName;
    case 'refreshTokenRotationGracePeriod': return props[prop]!.toHumanString();
    case 'email': return 'UserPoolEmail';
    default: return props[prop];
  }
}
