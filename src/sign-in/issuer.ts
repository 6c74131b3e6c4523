import { Lazy, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';

/**
 * Returns the issuer (`iss` claim) of the tokens of a user pool.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
 */
export function issuerOf(userPool: cognito.IUserPool): string {
  // Lazy, because apps can set the issuer type on the resource after they create the service.
  return Lazy.uncachedString({
    produce: () => {
      const { region, urlSuffix } = Stack.of(userPool);
      return issuerType(userPool) === 'UPDATED'
        ? `https://issuer-cognito-idp.${region}.${urlSuffix}/${userPool.userPoolId}`
        // The provider name contains the domain name of the partition.
        : `https://${userPool.userPoolProviderName}`;
    },
  });
}

/** Returns the issuer type of a user pool that the app defines. */
function issuerType(userPool: cognito.IUserPool): unknown {
  const resource = resourceOf(userPool);
  if (!resource) {
    return undefined;
  }
  // From the template, because an app can set it as a property, which the lowest supported CDK lacks, or as an override.
  const { Resources } = Stack.of(resource).resolve(resource._toCloudFormation());
  const [{ Properties }] = Object.values<{ Properties?: Record<string, any> }>(Resources);
  return Properties?.IssuerConfiguration?.Type;
}

/** Returns the resource of a user pool, also if the user pool is imported by a reference to its resource. */
function resourceOf(userPool: cognito.IUserPool): cognito.CfnUserPool | undefined {
  const reference = Tokenization.reverseString(userPool.userPoolId).firstToken;
  const target = Reference.isReference(reference) ? reference.target : userPool.node.defaultChild;
  return target instanceof cognito.CfnUserPool ? target : undefined;
}
