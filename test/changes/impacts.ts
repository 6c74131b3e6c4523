import { fullDiff, ResourceDifference, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { App, CfnElement, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CognitoProfileService } from '../../src';

/** The resources of a service, in the order and with the names of `docs/changes/`. */
const RESOURCE_NAMES: Record<string, string> = {
  'AWS::Cognito::UserPool': 'user pool',
  'AWS::Cognito::UserPoolClient': 'app client',
  'AWS::Cognito::UserPoolDomain': 'sign-in domain',
  'AWS::Cognito::UserPoolGroup': 'group',
  'AWS::Cognito::ManagedLoginBranding': 'branding',
  'AWS::DynamoDB::Table': 'table',
  'AWS::ApiGatewayV2::Api': 'API',
  'AWS::ApiGatewayV2::Stage': 'stage',
  'AWS::ApiGatewayV2::ApiMapping': 'API mapping',
  'AWS::ApiGatewayV2::Authorizer': 'authorizer',
  'AWS::ApiGatewayV2::Route': 'routes',
  'AWS::ApiGatewayV2::Integration': 'integrations',
  'AWS::Lambda::Function': 'functions',
  'AWS::Lambda::EventSourceMapping': 'event source mapping',
  'AWS::Lambda::Permission': 'function permissions',
  'AWS::IAM::Role': 'roles',
  'AWS::IAM::Policy': 'role policies',
  'AWS::Logs::LogGroup': 'log groups',
  'AWS::SQS::Queue': 'queue',
  'AWS::SQS::QueuePolicy': 'queue policy',
  'AWS::CloudWatch::Alarm': 'alarms',
  'AWS::CloudWatch::Dashboard': 'dashboard',
};

/** What happens to a resource, the worst first. */
const IMPACT_NAMES: Record<string, string> = {
  [ResourceImpact.WILL_DESTROY]: 'deleted',
  [ResourceImpact.WILL_ORPHAN]: 'orphaned',
  [ResourceImpact.WILL_REPLACE]: 'replaced',
  [ResourceImpact.MAY_REPLACE]: 'may be replaced',
  [ResourceImpact.WILL_CREATE]: 'created',
  [ResourceImpact.WILL_UPDATE]: 'in place',
};

/** A synthesized stack with one version of the service. */
export interface Version {
  readonly template: Record<string, any>;
  /** The logical IDs of the resources of the service. */
  readonly logicalIds: ReadonlySet<string>;
  /** The strings among the attributes of the service, and the ID of its app client, as they are in the template. */
  readonly attributes: Record<string, string>;
}

/** What the deployment of a change does. */
export interface Impacts {
  /** The names of the affected resources by what happens to them, such as `{ replaced: ['app client'] }`. */
  readonly resources: Record<string, string[]>;
  /** The attributes of the service that have other values afterwards. Apps that use them must get the new values. */
  readonly attributes: string[];
  /** The properties that change in resources that are not new, such as `AWS::Cognito::UserPool.MfaConfiguration`. */
  readonly properties: string[];
}

/** Synthesizes a version of the service, or of the stack without it. */
export function synthesizeVersion(make: (stack: Stack) => CognitoProfileService | undefined): Version {
  const stack = new Stack(new App(), 'Stack');
  const service = make(stack);
  const elements = service?.node.findAll().filter((construct): construct is CfnElement => CfnElement.isCfnElement(construct)) ?? [];
  return {
    template: Template.fromStack(stack).toJSON(),
    logicalIds: new Set(elements.map(({ logicalId }) => stack.resolve(logicalId))),
    attributes: service ? resolvedAttributes(stack, service) : {},
  };
}

/** Computes what CloudFormation does if a stack with one version of the service is updated to another. */
export function impactsOf(before: Version, after: Version): Impacts {
  const changes = Object.entries(fullDiff(before.template, after.template).resources.changes)
    .filter(([logicalId]) => before.logicalIds.has(logicalId) || after.logicalIds.has(logicalId));
  changes.forEach(([logicalId, change]) => expectNames(logicalId, change));

  const resources: Record<string, string[]> = {};
  for (const [impact, impactName] of Object.entries(IMPACT_NAMES)) {
    for (const [type, name] of Object.entries(RESOURCE_NAMES)) {
      const { length: count } = changes.filter(([, change]) => typeOf(change) === type && change.changeImpact === impact);
      const total = numberOf(type, impact === ResourceImpact.WILL_CREATE ? after : before);
      if (count > 0) {
        (resources[impactName] ??= []).push(count < total ? `${count} of ${total} ${name}` : name);
      }
    }
  }

  const replaced = changes.filter(([, { changeImpact }]) => changeImpact === ResourceImpact.WILL_REPLACE).map(([logicalId]) => logicalId);
  const attributes = Object.keys({ ...before.attributes, ...after.attributes }).sort().filter((name) => (
    before.attributes[name] !== after.attributes[name] || replaced.some((logicalId) => after.attributes[name].includes(`"${logicalId}"`))
  ));
  const properties = changes.flatMap(([, change]) => Object.keys(change.propertyUpdates).map((property) => `${typeOf(change)}.${property}`));
  return { resources, attributes, properties: [...new Set(properties)] };
}

function resolvedAttributes(stack: Stack, service: CognitoProfileService): Record<string, string> {
  const strings = Object.entries(service).filter(([, value]) => typeof value === 'string');
  const all = { ...Object.fromEntries(strings), userPoolClientId: service.userPoolClient.userPoolClientId };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, JSON.stringify(stack.resolve(value))]));
}

function typeOf({ oldResourceType, newResourceType }: ResourceDifference): string {
  return (newResourceType ?? oldResourceType)!;
}

function numberOf(type: string, { template, logicalIds }: Version): number {
  return [...logicalIds].filter((logicalId) => template.Resources?.[logicalId]?.Type === type).length;
}

/** Rejects a change that has no name here, because it would be missing in the result. */
function expectNames(logicalId: string, change: ResourceDifference): void {
  if (!(typeOf(change) in RESOURCE_NAMES)) {
    throw new Error(`${logicalId} has the type ${typeOf(change)}, which has no name; add one to RESOURCE_NAMES`);
  }
  if (!(change.changeImpact in IMPACT_NAMES)) {
    throw new Error(`${logicalId} has the impact ${change.changeImpact}, which has no name; add one to IMPACT_NAMES`);
  }
}
