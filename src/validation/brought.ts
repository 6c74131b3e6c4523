import { Construct } from 'constructs';
import { validateTable } from './brought-table';
import { validateUserPool } from './brought-user-pool';
import { validateUserPoolClient } from './brought-user-pool-client';
import { Finding, finding } from './finding';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

/** Props that have no effect beside what the app brings, by what it brings. */
const LEFT_TO = {
  userPool: ['domainSuffix', 'signInDomain', 'mfa', 'passkeys', 'featurePlan', 'threatProtection'],
  userPoolClient: ['oAuth', 'authFlows', 'managedLoginVersion'],
  table: ['tableCapacity'],
} as const;

/** Checks the user pool, the app client and the table that the app brings, as far as the app defines them. */
export function validateBroughtProps(scope: Construct, props: CognitoProfileServiceProps): Finding[] {
  return [
    ...validateUserPool(scope, props),
    ...validateUserPoolClient(props),
    ...validateTable(scope, props),
  ];
}

/** Finds props that have no effect beside what the app brings. */
export function validateWithoutEffect(props: CognitoProfileServiceProps): Finding[] {
  return (['userPool', 'userPoolClient', 'table'] as const)
    .filter((brought) => props[brought] !== undefined)
    .flatMap((brought) => LEFT_TO[brought]
      .filter((prop) => props[prop] !== undefined)
      .map((prop) => finding(prop, valueOf(props, prop), `has no effect on the ${brought} that you bring; configure it there, and leave ${prop} out here`)));
}

/** What to show of a prop: a domain has its certificate with it, which is a whole construct. */
function valueOf(props: CognitoProfileServiceProps, prop: keyof CognitoProfileServiceProps): unknown {
  return prop === 'signInDomain' ? props.signInDomain!.domainName : props[prop];
}
