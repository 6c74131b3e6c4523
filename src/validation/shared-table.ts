import { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { Finding, finding, isKnown } from './finding';
import { isInTree } from './is-in-tree';
import { Settings } from '../settings';

/** A service that has a table. */
interface Use {
  readonly scope: Construct;
  readonly userPoolId: string;
  readonly userPartitions: number;
}

const uses = new WeakMap<ITable, Use[]>();

/** Services with one table and one user pool have the same profiles, and must agree on where these are. */
export function validateSharedTable({ table, userPool, userPartitions }: Settings): Finding[] {
  const other = table && uses.get(table)?.find((use) => use.userPoolId === userPool?.userPoolId && isInTree(use.scope)
    && isKnown(use.userPartitions) && isKnown(userPartitions) && use.userPartitions !== userPartitions);
  return other
    ? [finding('userPartitions', userPartitions, `differs from the ${other.userPartitions} of '${other.scope.node.path}', which uses the same table and `
      + 'user pool, so neither would find the profiles of the other; give both the same number')]
    : [];
}

/** Remembers that a service has a table. */
export function noteSharedTable(table: ITable, use: Use): void {
  uses.set(table, [...uses.get(table) ?? [], use]);
}
