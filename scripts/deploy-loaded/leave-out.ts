import { CfnResource, Stack } from 'aws-cdk-lib';
import { exceptionsFor } from './exceptions';
import { Template } from '../local/cdk-app';

/** Takes out of a stack what the local AWS rejects. */
export function leaveOut(stack: Stack, { Resources }: Template): void {
  const resources = stack.node.findAll().filter((construct): construct is CfnResource => CfnResource.isCfnResource(construct));
  for (const resource of resources) {
    const { Type, Properties = {} } = Resources[stack.resolve(resource.logicalId)];
    for (const { property, standIn = {} } of exceptionsFor(Type, Properties).filter(({ rejectedWith }) => rejectedWith)) {
      if (property === undefined) {
        resource.node.scope!.node.tryRemoveChild(resource.node.id);
      } else {
        resource.addPropertyDeletionOverride(property);
        Object.entries(standIn).forEach(([name, value]) => resource.addPropertyOverride(name, value));
      }
    }
  }
}
