import { RemovalPolicy } from 'aws-cdk-lib';
import { Finding, finding, isKnown } from './finding';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

const REMOVAL_POLICIES = [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY];

export function validateDataProps(props: CognitoProfileServiceProps): Finding[] {
  return [...validateTableCapacity(props), ...validateRemovalPolicy(props)];
}

function validateTableCapacity({ tableCapacity }: CognitoProfileServiceProps): Finding[] {
  return Object.entries({ readCapacity: tableCapacity?.readCapacity, writeCapacity: tableCapacity?.writeCapacity })
    // Both are required by type, but a JavaScript app can leave one out, and the L2 would fill in 5.
    .filter(([, units]) => tableCapacity && (units === undefined || isKnown(units)) && !(Number.isSafeInteger(units) && units! > 0))
    .map(([field, units]) => finding(`tableCapacity.${field}`, units, 'is not a positive integer; give the capacity units to provision, 1 or more'));
}

function validateRemovalPolicy({ removalPolicy }: CognitoProfileServiceProps): Finding[] {
  return removalPolicy === undefined || REMOVAL_POLICIES.includes(removalPolicy)
    ? []
    : [finding('removalPolicy', removalPolicy, 'is not supported by all resources; use RemovalPolicy.RETAIN or RemovalPolicy.DESTROY')];
}
