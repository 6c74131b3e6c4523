import { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Finding, finding, isKnown } from './finding';
import { describePlace, differ, Place, placeOf, placeOfStack } from './place';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

/** An id begins with the region of its pool. */
const REGION_OF_ID = /^([a-z]{2,4}(?:-[a-z]+)+-\d+)_/;
const REGION_OF_PROVIDER = /^cognito-idp\.([a-z0-9-]+)\./;

/** Checks where a user pool is: its tokens are valid everywhere, but its clients are made at its own place. */
export function validateUserPool(scope: Construct, { userPool, userPoolClient }: CognitoProfileServiceProps): Finding[] {
  if (!userPool) {
    return [];
  }
  const { region, account } = placeOfPool(userPool);
  const [, issuedIn] = REGION_OF_PROVIDER.exec(userPool.userPoolProviderName) ?? [];
  if (differ(region, issuedIn)) {
    return [finding('userPool', userPool, `is in ${region}, but was imported as one of ${issuedIn}, so its tokens would be turned away; import it by UserPool.fromUserPoolArn`)];
  }
  const ours = placeOfStack(scope);
  return !userPoolClient && (differ(region, ours.region) || differ(account, ours.account))
    ? [finding('userPool', userPool, `is in ${describePlace({ region, account })}, where this stack can make no app client; give userPoolClient as well`)]
    : [];
}

function placeOfPool(userPool: IUserPool): Place {
  const place = placeOf(userPool.userPoolArn, userPool);
  const [, region] = isKnown(userPool.userPoolId) ? REGION_OF_ID.exec(userPool.userPoolId) ?? [] : [];
  return { ...place, region: region ?? place.region };
}
