import { CfnResource } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnManagedLoginBranding } from 'aws-cdk-lib/aws-cognito';
import { IConstruct } from 'constructs';

/** A resource or setting that MiniStack rejects. */
export interface Unsupported {
  readonly name: string;
  readonly reason: string;

  /** Removes it from a resource. Returns whether the resource had it. */
  readonly remove: (resource: CfnResource) => boolean;
}

export const MANAGED_LOGIN_BRANDING: Unsupported = {
  name: 'AWS::Cognito::ManagedLoginBranding',
  reason: 'MiniStack does not have the resource type',
  remove: (resource) => resource instanceof CfnManagedLoginBranding && resource.node.scope!.node.tryRemoveChild(resource.node.id),
};

export const ALARM_METRICS: Unsupported = {
  name: 'The property Metrics of AWS::CloudWatch::Alarm',
  reason: 'MiniStack does not support metric math',
  remove: (resource) => {
    if (!(resource instanceof CfnAlarm) || resource.metrics === undefined) {
      return false;
    }
    resource.addPropertyDeletionOverride('Metrics');
    // An alarm requires a metric.
    const metric = { Namespace: 'AWS/ApiGateway', MetricName: 'Count', Statistic: 'SampleCount', Period: 60 };
    Object.entries(metric).forEach(([name, value]) => resource.addPropertyOverride(name, value));
    return true;
  },
};

/**
 * Removes from an app or a stack what MiniStack rejects.
 *
 * An entry that no resource needs is an error, so that the lists stay minimal.
 */
export function removeUnsupported(scope: IConstruct, unsupported: readonly Unsupported[]): void {
  const resources = scope.node.findAll().filter((construct): construct is CfnResource => CfnResource.isCfnResource(construct));
  for (const { name, reason, remove } of unsupported) {
    const affected = resources.filter((resource) => remove(resource));
    if (affected.length === 0) {
      throw new Error(`${scope.node.path || 'The app'} has nothing to leave out for "${name}" (${reason}). Remove the entry.`);
    }
  }
}
