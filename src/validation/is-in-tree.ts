import { IConstruct } from 'constructs';

/** Whether a construct is still where it was made; one that was removed counts no more. */
export function isInTree({ node }: IConstruct): boolean {
  return node.scope === undefined || (node.scope.node.tryFindChild(node.id)?.node === node && isInTree(node.scope));
}
