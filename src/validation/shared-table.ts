import { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { Finding, finding } from './finding';
import { isInTree } from './is-in-tree';
import { Settings } from '../settings';

/** The first service that uses a table, which decides where profiles are. */
const firstServices = new WeakMap<ITable, { readonly scope: Construct; readonly userPartitions: number }>();

/** Services with one table must agree on where a profile is. */
export function validateSharedTable({ table, userPartitions }: Settings): Finding[] {
  const first = table && firstServices.get(table);
  return first && isInTree(first.scope) && first.userPartitions !== userPartitions
    ? [finding('userPartitions', userPartitions, `differs from the ${first.userPartitions} of '${first.scope.node.path}', which uses the same table, `
      + 'so neither would find the profiles of the other; give both the same number')]
    : [];
}

/** Remembers by how many partitions a service uses a table. */
export function noteSharedTable(table: ITable, scope: Construct, { userPartitions }: Settings): void {
  const first = firstServices.get(table);
  if (!first || !isInTree(first.scope)) {
    firstServices.set(table, { scope, userPartitions });
  }
}
