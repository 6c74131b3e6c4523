import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { IConstruct } from 'constructs';

/** The name of the user pool itself as an identity provider. */
const COGNITO = cognito.UserPoolClientIdentityProvider.COGNITO.name;

/**
 * Returns the names of the identity providers with which users of an app client can sign in: the user pool itself, and all identity
 * providers that the app registers with the user pool.
 *
 * The names are references, so that CloudFormation creates the identity providers before the app client. Otherwise the first deployment can
 * fail, because Cognito rejects an app client with an identity provider that does not exist.
 *
 * @see https://github.com/aws/aws-cdk/issues/15850
 */
export function identityProviderNames(client: IConstruct, userPool: cognito.IUserPool): string[] {
  const names = userPool.identityProviders.map((provider) => {
    const { providerName } = provider;
    if (Token.isUnresolved(providerName) && dependsInCircle(provider, client, userPool)) {
      throw new Error(`The identity provider '${provider.node.path}' is in another stack than the app client '${client.node.path}', `
        + `which depends on it; create the identity provider in the stack '${Stack.of(client).node.path}'`);
    }
    return providerName;
  });
  return [...new Set([COGNITO, ...names])];
}

/** Whether the stack of an identity provider depends on the stack of its user pool, which depends on it because of the app client. */
function dependsInCircle(provider: IConstruct, client: IConstruct, userPool: IConstruct): boolean {
  if (!CfnResource.isCfnResource(userPool.node.defaultChild)) {
    return false;
  }
  const [ofProvider, ofClient, ofPool] = [provider, client, userPool].map((construct) => stacksOf(construct));
  return ofPool[0] === ofClient[0]
    // CloudFormation orders the resources of a nested stack among those of the stacks around it.
    ? !ofProvider.includes(ofPool[0])
    : ofPool.at(-1) === ofClient.at(-1) && ofProvider.at(-1) !== ofPool.at(-1);
}

/** Returns the stack of a construct, followed by the stacks in which it is nested. */
function stacksOf(construct: IConstruct): Stack[] {
  const stack = Stack.of(construct);
  return stack.nestedStackParent ? [stack, ...stacksOf(stack.nestedStackParent)] : [stack];
}
