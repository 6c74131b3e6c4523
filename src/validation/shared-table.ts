import { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { Finding, finding } from './finding';
import { Settings } from '../settings';

/** The first service that uses a table, which decides where profiles are. */
const firstServices = new WeakMap<ITable, { readonly scope: Construct; readonly userPartitions: number }>();

/** Services with one table must agree on where a profile is. */
export function validateSharedTable({ table, userPartitions }: Settings): Finding[] {
  const first = table && firstServices.get(table);
  return first && first.userPartitions !== userPartitions
    ? [finding('userPartitions', userPartitions,
      `differs from that of '${first.scope.node.path}' with the same table, ${first.userPartitions}, so that neither would find the profiles of the other; give both the same`)]
    : [];
}

/** Remembers by how many partitions a service uses a table. */
export function noteSharedTable(table: ITable, scope: Construct, { userPartitions }: Settings): void {
  if (!firstServices.has(table)) {
    firstServices.set(table, { scope, userPartitions });
  }
}
