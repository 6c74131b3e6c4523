import { PropError, propError } from './prop-error';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

/** The props that have no effect with an existing resource. */
const IGNORED_WITH = {
  userPool: ['domainSuffix', 'signInDomain', 'mfa', 'passkeys', 'featurePlan', 'threatProtection'],
  userPoolClient: ['oAuth', 'authFlows', 'managedLoginVersion'],
  table: ['tableCapacity'],
} as const;

/** Finds props that exclude each other. */
export function validateExclusiveProps(props: CognitoProfileServiceProps): PropError[] {
  const ignored = (['userPool', 'userPoolClient', 'table'] as const)
    .filter((existing) => props[existing] !== undefined)
    .flatMap((existing) => IGNORED_WITH[existing]
      .filter((prop) => props[prop] !== undefined)
      .map((prop) => propError(prop, valueOf(props, prop), `has no effect with an existing ${existing}; configure the ${existing} itself, and leave ${prop} out`)));
  return [...ignored, ...validateDomains(props)];
}

function validateDomains({ domainSuffix, signInDomain, userPool }: CognitoProfileServiceProps): PropError[] {
  return domainSuffix !== undefined && signInDomain !== undefined && userPool === undefined
    ? [propError('domainSuffix', domainSuffix, `can't be combined with signInDomain, '${signInDomain.domainName}', which is another domain; give only one of them`)]
    : [];
}

/** The value to show. A domain is shown by its name, because its certificate is a whole construct. */
function valueOf(props: CognitoProfileServiceProps, prop: keyof CognitoProfileServiceProps): unknown {
  return prop === 'signInDomain' ? props.signInDomain!.domainName : props[prop];
}
