import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { isKnown } from './finding';

/** Where something is, as far as that is known at synth. */
export interface Place {
  readonly region?: string;
  readonly account?: string;
}

/** Where a resource is: by its ARN where that is known, because what is imported need not say so; else by its stack. */
export function placeOf(arn: string, resource?: IConstruct & { readonly env: Place }): Place {
  const { region, account } = isKnown(arn) ? partsOf(arn) : resource?.env ?? {};
  return { region: known(region), account: known(account) };
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

function partsOf(arn: string): Place {
  // What is no ARN says nothing.
  return arn.startsWith('arn:') && arn.split(':').length > 5 ? Arn.split(arn, ArnFormat.NO_RESOURCE_NAME) : {};
}

function known(value: string | undefined): string | undefined {
  return isKnown(value) && value !== '' ? value : undefined;
}
