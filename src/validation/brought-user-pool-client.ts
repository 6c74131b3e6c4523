import { Reference, Tokenization } from 'aws-cdk-lib';
import { CfnUserPool, CfnUserPoolClient, IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Finding, finding, isKnown } from './finding';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

export function validateUserPoolClient({ userPool, userPoolClient }: CognitoProfileServiceProps): Finding[] {
  if (!userPoolClient) {
    return [];
  }
  if (!userPool) {
    return [finding('userPoolClient', userPoolClient, 'comes without its user pool, whose tokens the API has to admit; give userPool as well')];
  }
  const resource = userPoolClient.node.defaultChild;
  return resource instanceof CfnUserPoolClient
    ? [...validatePool(userPoolClient, resource, userPool), ...validateGrants(userPoolClient, resource)]
    : [];
}

function validatePool(userPoolClient: IUserPoolClient, { userPoolId }: CfnUserPoolClient, userPool: IUserPool): Finding[] {
  return areDifferentPools(userPoolId, userPool.userPoolId)
    ? [finding('userPoolClient', userPoolClient, `is a client of another user pool than '${userPool.node.path}', so its tokens would be turned away; give both of one pool`)]
    : [];
}

function validateGrants(userPoolClient: IUserPoolClient, { allowedOAuthFlows }: CfnUserPoolClient): Finding[] {
  return allowedOAuthFlows?.includes('client_credentials')
    ? [finding('userPoolClient', userPoolClient, 'has the client credentials grant, whose tokens stand for no user and so have no profile; give a client without it')]
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
