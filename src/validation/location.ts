import { CfnResource, Stack } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { isKnown } from './prop-error';

/** Where something is, as far as that is known at synth. */
export interface Location {
  readonly region?: string;
  readonly account?: string;
}

/**
 * Where a resource is: by its ARN, as far as that is literal; else by its stack, if the app defines it. What is imported by an ARN that only
 * CloudFormation knows can be anywhere.
 */
export function locationOf(arn: string, resource: IConstruct & { readonly env: Location }): Location {
  // A token has no colon.
  const [scheme, , , region, account] = arn.split(':');
  if (scheme === 'arn') {
    return { region: known(region), account: known(account) };
  }
  return CfnResource.isCfnResource(resource.node.defaultChild)
    ? { region: known(resource.env.region), account: known(resource.env.account) }
    : {};
}

/** Where a stack is deployed. */
export function locationOfStack(scope: Construct): Location {
  const { region, account } = Stack.of(scope);
  return { region: known(region), account: known(account) };
}

/** Puts into words where something is. */
export function describeLocation({ region, account }: Location): string {
  return [region, account && `account ${account}`].filter(Boolean).join(' of ');
}

/** Whether both are known, and not the same. */
export function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function known(value: string | undefined): string | undefined {
  return isKnown(value) && value !== '' ? value : undefined;
}
