import { Reference, Tokenization } from 'aws-cdk-lib';
import { CfnUserPool, CfnUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Finding, finding, isKnown } from './finding';
import { validateTableKeys } from './table-keys';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

/** What is left to what the app brings, and would have no effect here. */
const LEFT_TO = {
  userPool: ['domainSuffix', 'signInDomain', 'mfa', 'passkeys', 'featurePlan', 'threatProtection'],
  userPoolClient: ['oAuth', 'authFlows', 'managedLoginVersion'],
  table: ['tableCapacity'],
} as const;

/** Checks the user pool, the app client and the table that the app brings, as far as the app defines them. */
export function validateBroughtProps(props: CognitoProfileServiceProps): Finding[] {
  return [
    ...validateWithoutEffect(props),
    ...validateUserPoolClient(props),
    ...validateTableKeys(props.table),
  ];
}

function validateWithoutEffect(props: CognitoProfileServiceProps): Finding[] {
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

function validateUserPoolClient({ userPool, userPoolClient }: CognitoProfileServiceProps): Finding[] {
  if (!userPoolClient) {
    return [];
  }
  if (!userPool) {
    return [finding('userPoolClient', userPoolClient, 'comes without its user pool, whose tokens the API has to admit; give userPool as well')];
  }
  const resource = userPoolClient.node.defaultChild;
  return resource instanceof CfnUserPoolClient && areDifferentPools(resource.userPoolId, userPool.userPoolId)
    ? [finding('userPoolClient', userPoolClient, `is a client of another user pool than '${userPool.node.path}', so its tokens would be turned away; give both of one pool`)]
    : [];
}

/** Whether two ids are surely of different pools: an id that only CloudFormation knows can be that of any pool that the app does not define. */
function areDifferentPools(a: string, b: string): boolean {
  if (isKnown(a) && isKnown(b)) {
    return a !== b;
  }
  const [ofA, ofB] = [a, b].map((id) => Tokenization.reverseString(id).firstToken);
  return Reference.isReference(ofA) && Reference.isReference(ofB) && ofA.target !== ofB.target
    && ofA.target instanceof CfnUserPool && ofB.target instanceof CfnUserPool;
}
