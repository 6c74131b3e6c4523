import { Template } from 'aws-cdk-lib/assertions';

/** What the function with this handler is granted, statement by statement. */
export function grantsOf(template: Template, handler: string): Record<string, any>[] {
  const role = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: handler } }))[0].Properties.Role['Fn::GetAtt'][0];
  expect(template.findResources('AWS::IAM::Role')[role].Properties).not.toHaveProperty('ManagedPolicyArns');
  const policies = Object.values(template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: role }] } }));
  return policies.flatMap((policy) => policy.Properties.PolicyDocument.Statement);
}

/** What every function is granted: its own log, and traces. */
export function commonGrants(template: Template, handler: string): object[] {
  const logGroup = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: handler } }))[0].Properties.LoggingConfig.LogGroup.Ref;
  return [
    { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] } },
    // X-Ray knows no resources.
    { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' },
  ];
}

/** A grant of actions on a resource, by its logical ID. */
export function grant(logicalId: string, ...actions: string[]): object {
  return { Effect: 'Allow', Action: actions.length === 1 ? actions[0] : actions, Resource: { 'Fn::GetAtt': [logicalId, 'Arn'] } };
}
