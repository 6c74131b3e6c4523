import { CfnResource, Stack } from 'aws-cdk-lib';
import { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct, IConstruct } from 'constructs';
import { isKnown } from './prop-error';

/** A user pool ID starts with the Region of the user pool. */
export const REGION_OF_ID = /^([a-z]{2,4}(?:-[a-z]+)+-\d+)_/;

/** The Region and account of a resource, as far as they are known at synthesis. */
export interface Location {
  readonly region?: string;
  readonly account?: string;
}

/**
 * Returns the location of a resource: from its ARN if the ARN is literal, otherwise from its stack if the app defines the resource. The
 * location of a resource that is imported by an unresolved ARN is unknown.
 */
export function locationOf(arn: string, resource: IConstruct & { readonly env: Location }): Location {
  // A token contains no colon.
  const [scheme, , , region, account] = arn.split(':');
  if (scheme === 'arn') {
    return { region: known(region), account: known(account) };
  }
  return CfnResource.isCfnResource(resource.node.defaultChild)
    ? { region: known(resource.env.region), account: known(resource.env.account) }
    : {};
}

/** Returns the location of a user pool, whose ID may tell the Region. */
export function locationOfPool(userPool: IUserPool): Location {
  const location = locationOf(userPool.userPoolArn, userPool);
  const [, region] = isKnown(userPool.userPoolId) ? REGION_OF_ID.exec(userPool.userPoolId) ?? [] : [];
  return { ...location, region: region ?? location.region };
}

/** Returns the location of the stack of a construct. */
export function locationOfStack(scope: Construct): Location {
  const { region, account } = Stack.of(scope);
  return { region: known(region), account: known(account) };
}

/** Describes a location in a message. */
export function describeLocation({ region, account }: Location): string {
  return [region, account && `account ${account}`].filter(Boolean).join(' of ');
}

/** Whether both values are known and different. */
export function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function known(value: string | undefined): string | undefined {
  return isKnown(value) && value !== '' ? value : undefined;
}
