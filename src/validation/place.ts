import { CfnResource, Stack } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { isKnown } from './finding';

/** Where something is, as far as that is known at synth. */
export interface Place {
  readonly region?: string;
  readonly account?: string;
}

/**
 * Where a resource is: by its ARN, as far as that is literal; else by its stack, if the app defines it. What is imported by an ARN that only
 * CloudFormation knows can be anywhere.
 */
export function placeOf(arn: string, resource: IConstruct & { readonly env: Place }): Place {
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
export function placeOfStack(scope: Construct): Place {
  const { region, account } = Stack.of(scope);
  return { region: known(region), account: known(account) };
}

/** Puts into words where something is. */
export function describePlace({ region, account }: Place): string {
  return [region, account && `account ${account}`].filter(Boolean).join(' of ');
}

/** Whether both are known, and not the same. */
export function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function known(value: string | undefined): string | undefined {
  return isKnown(value) && value !== '' ? value : undefined;
}
