import { CloudFormationClient, paginateListStackResources, StackResourceSummary } from '@aws-sdk/client-cloudformation';
import { Deployment } from './deployment';
import { exceptionsFor } from './exceptions';
import { LOADED_APP } from './loaded-app';
import { Template } from '../local/cdk-app';
import { Failure } from '../local/failure';
import { Journey } from '../local/journey';

/** What CloudFormation says of each resource of the stack, by logical id. */
export type DeployedResources = ReadonlyMap<string, StackResourceSummary>;

export async function listResources({ aws, signal }: Journey): Promise<DeployedResources> {
  const client = new CloudFormationClient(aws);
  const resources = new Map<string, StackResourceSummary>();
  for await (const page of paginateListStackResources({ client }, { StackName: LOADED_APP.stack }, { abortSignal: signal })) {
    page.StackResourceSummaries?.forEach((summary) => resources.set(summary.LogicalResourceId!, summary));
  }
  return resources;
}

export function deploymentOf(askedFor: Template, deployed: DeployedResources): Deployment {
  return new Deployment(askedFor, new Map([...deployed].map(([logicalId, { PhysicalResourceId }]) => [logicalId, PhysicalResourceId!])));
}

/** Holds what is there against what was asked for; answers how much of it there is. */
export function compareResources({ resources }: Deployment, deployed: DeployedResources): string {
  const missing = resources
    .filter(({ logicalId }) => deployed.get(logicalId)?.ResourceStatus !== 'CREATE_COMPLETE')
    .filter(({ type, properties }) => !exceptionsFor(type, properties).some(({ rejectedWith, property }) => rejectedWith && !property))
    .map(({ logicalId, type }) => `${type} ${logicalId} is ${deployed.get(logicalId)?.ResourceStatus ?? 'missing'}`);
  const asked = new Set(resources.map(({ logicalId }) => logicalId));
  const extra = [...deployed.values()]
    .filter(({ LogicalResourceId }) => !asked.has(LogicalResourceId!))
    .map(({ LogicalResourceId, ResourceType }) => `${ResourceType} ${LogicalResourceId} was not asked for`);
  if (missing.length + extra.length > 0) {
    throw new Failure([...missing, ...extra].join('\n'));
  }
  return `${deployed.size} of ${resources.length}`;
}
