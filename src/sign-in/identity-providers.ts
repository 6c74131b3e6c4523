import { Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

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
export function identityProviderNames(client: Construct, userPool: cognito.IUserPool): string[] {
  const names = userPool.identityProviders.map((provider) => {
    // An identity provider depends on its user pool. If both the user pool and the app client are in another stack, the two stacks would
    // depend on each other.
    if (topLevelStack(userPool) === topLevelStack(client) && topLevelStack(provider) !== topLevelStack(client)) {
      throw new Error(`The identity provider '${provider.node.path}' is in another stack than the app client '${client.node.path}', `
        + `which depends on it; create the identity provider in the stack '${Stack.of(client).stackName}'`);
    }
    return provider.providerName;
  });
  return [...new Set([COGNITO, ...names])];
}

function topLevelStack(construct: { readonly node: Construct['node'] }): Stack {
  const stack = Stack.of(construct as Construct);
  return stack.nestedStackParent ? topLevelStack(stack.nestedStackParent) : stack;
}
