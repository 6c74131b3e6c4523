import { Template } from 'aws-cdk-lib/assertions';

type Properties = Record<string, any>;

/** What is wrong with the properties of a resource, if anything. */
type Rule = (properties: Properties, template: Template) => string[];

/** AWS X-Ray has no resources to name. */
const WITHOUT_RESOURCE = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
/** It lists the streams of a table, so its resource is all of them. */
const OF_EACH_STREAM = 'dynamodb:ListStreams';

/**
 * What every stack of the service keeps to, by type of resource. Key policies are no subject: the CDK writes those of an app's own keys.
 */
const RULES: Record<string, Rule> = {
  'AWS::IAM::Policy': ({ PolicyDocument }) => wildcards(PolicyDocument),
  'AWS::IAM::ManagedPolicy': ({ PolicyDocument }) => wildcards(PolicyDocument),
  'AWS::IAM::Role': ({ Policies = [], ManagedPolicyArns = [] }) => [
    ...Policies.flatMap(({ PolicyDocument }: Properties) => wildcards(PolicyDocument)),
    // What AWS's own policies allow, AWS can change.
    ...(ManagedPolicyArns.length > 0 ? ['has managed policies'] : []),
  ],
  'AWS::Logs::LogGroup': ({ RetentionInDays }) => (RetentionInDays > 0 ? [] : ['keeps logs for ever']),
  // Lambda would make one itself, which keeps logs for ever.
  'AWS::Lambda::Function': ({ LoggingConfig }) => (LoggingConfig?.LogGroup ? [] : ['has no log group']),
  'AWS::ApiGatewayV2::Stage': ({ AccessLogSettings }) => (AccessLogSettings?.DestinationArn ? [] : ['has no access log']),
  'AWS::ApiGatewayV2::Route': ({ AuthorizationType, AuthorizerId }, template) => {
    const authorizers = template.findResources('AWS::ApiGatewayV2::Authorizer', { Properties: { AuthorizerType: 'JWT' } });
    return AuthorizationType === 'JWT' && AuthorizerId?.Ref in authorizers ? [] : ['asks for no token'];
  },
};

/** Reviews a template by rules of our own; gives what is wrong with which resource. */
export function reviewTemplate(template: Template): string[] {
  return Object.entries(RULES).flatMap(([type, findFaults]) =>
    Object.entries(template.findResources(type)).flatMap(([logicalId, { Properties = {} }]) =>
      findFaults(Properties, template).map((fault) => `${logicalId} ${fault}`)));
}

/** Whether a resource is all streams of a table of the template. */
function isStreamsOfTable(resource: any): boolean {
  const [table, streams] = resource['Fn::Join']?.[1] ?? [];
  return table?.['Fn::GetAtt']?.[1] === 'Arn' && streams === '/stream/*';
}

/** The actions of a policy that stand for more than one, and those that it allows on more than one resource. */
function wildcards({ Statement }: Properties): string[] {
  return Statement.flatMap(({ Action = [], NotAction = [], Resource }: Properties) => {
    const actions: string[] = [Action].flat();
    return [
      ...[NotAction].flat().map((action) => `allows all but ${action}`),
      ...actions.filter((action) => action.includes('*')).map((action) => `allows ${action}`),
      ...(JSON.stringify(Resource)?.includes('*') ? actions : [])
        .filter((action) => !WITHOUT_RESOURCE.includes(action) && !(action === OF_EACH_STREAM && isStreamsOfTable(Resource)))
        .map((action) => `allows ${action} on any resource`),
    ];
  });
}
