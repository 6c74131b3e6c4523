import { Template } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { commonGrants, grant, grantsOf } from '../support/stacks/role-grants';
import { logicalId, synthesize } from '../support/stacks/synth';
import { addedResources, routesOf } from '../support/stacks/template-difference';

const PROPS = { adminGroup: 'admins' };
const FUNCTIONS: readonly [handler: string, actions: string[], environment: object][] = [
  ['profiles.read', ['dynamodb:GetItem'], {}],
  ['profiles.replace', ['dynamodb:GetItem', 'dynamodb:UpdateItem'], { MAX_PROFILE_SIZE: '65536' }],
  ['profiles.update', ['dynamodb:GetItem', 'dynamodb:UpdateItem'], { MAX_PROFILE_SIZE: '65536' }],
  ['profiles.delete', ['dynamodb:GetItem', 'dynamodb:DeleteItem'], {}],
  ['profiles.list', ['dynamodb:Query'], {}],
];

describe('adminGroup', () => {
  const { service, stack, template } = synthesize(PROPS);

  test('it adds a group, and a route with a function for each operation, and changes nothing else', () => {
    expect(addedResources(synthesize().template, template)).toEqual({
      'AWS::ApiGatewayV2::Integration': 5,
      'AWS::ApiGatewayV2::Route': 5,
      'AWS::Cognito::UserPoolGroup': 1,
      'AWS::IAM::Policy': 5,
      'AWS::IAM::Role': 5,
      'AWS::Lambda::Function': 5,
      'AWS::Lambda::Permission': 5,
      'AWS::Logs::LogGroup': 5,
    });
    template.hasResourceProperties('AWS::Cognito::UserPoolGroup', { GroupName: 'admins', UserPoolId: { Ref: logicalId(template, 'AWS::Cognito::UserPool') } });
  });

  test('each route leads to its function, and requires a token', () => {
    expect(routesOf(template, 'profiles.')).toEqual({
      'GET /users/{sub}/profile': 'profiles.read',
      'POST /users/{sub}/profile': 'profiles.replace',
      'PATCH /users/{sub}/profile': 'profiles.update',
      'DELETE /users/{sub}/profile': 'profiles.delete',
      'GET /users/profiles': 'profiles.list',
    });
    template.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'JWT' });
  });

  test.each(FUNCTIONS)('%s may do %j on the table, and nothing else', (handler, actions) => {
    const table = logicalId(template, 'AWS::DynamoDB::Table');
    expect(grantsOf(template, handler)).toEqual([...commonGrants(template, handler), grant(table, ...actions)]);
  });

  test.each(FUNCTIONS)('%s has only the environment that it reads', (handler, _, more) => {
    expect(environmentOf(template, handler)).toEqual({
      DYNAMODB_TABLE: { Ref: logicalId(template, 'AWS::DynamoDB::Table') }, USER_PARTITIONS: '1', ADMIN_GROUP: 'admins', ...more,
    });
  });

  test('profilesUrl is the URL of the list', () => {
    expect(stack.resolve(service.profilesUrl)).toEqual({ 'Fn::Join': ['', [{ 'Fn::GetAtt': [logicalId(template, 'AWS::ApiGatewayV2::Api'), 'ApiEndpoint'] }, '/users/profiles']] });
    expect(service.functions).toHaveLength(9);
  });
});

test('the schema of the profiles is deployed with the functions that store profiles', () => {
  const { template } = synthesize({ ...PROPS, profileSchema: { type: 'object' } });
  const withSchema = FUNCTIONS.map(([handler]) => handler).filter((handler) => environmentOf(template, handler).PROFILE_SCHEMA === 'schema.json');
  expect(withSchema).toEqual(['profiles.replace', 'profiles.update']);
});

test('an existing user pool has its group', () => {
  const { template } = synthesize((scope) => ({ ...PROPS, userPool: new cognito.UserPool(scope, 'Pool') }));
  template.resourceCountIs('AWS::Cognito::UserPoolGroup', 0);
  expect(environmentOf(template, 'profiles.read').ADMIN_GROUP).toBe('admins');
});

test('without adminGroup there is no list', () => {
  expect(synthesize().service.profilesUrl).toBeUndefined();
});

function environmentOf(template: Template, handler: string): Record<string, unknown> {
  const [{ Properties }] = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: handler } }));
  return Properties.Environment.Variables;
}
