import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { commonGrants, grant, grantsOf } from '../support/stacks/role-grants';
import { logicalId, onlyResource, synthesize } from '../support/stacks/synth';
import { addedResources, routesOf } from '../support/stacks/template-difference';

const PROPS = { accountDeletion: true };

describe('accountDeletion', () => {
  const { service, stack, template } = synthesize(PROPS);

  test('it adds a route with a function, enables TTL, and changes nothing else', () => {
    expect(addedResources(synthesize().template, template, ['AWS::DynamoDB::Table.TimeToLiveSpecification'])).toEqual({
      'AWS::ApiGatewayV2::Integration': 1,
      'AWS::ApiGatewayV2::Route': 1,
      'AWS::IAM::Policy': 1,
      'AWS::IAM::Role': 1,
      'AWS::Lambda::Function': 1,
      'AWS::Lambda::Permission': 1,
      'AWS::Logs::LogGroup': 1,
    });
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expires_at', Enabled: true });
    expect(routesOf(template, 'account')).toEqual({ 'DELETE /user': 'account.delete' });
  });

  test('the function may store an item and delete a user, and nothing else', () => {
    expect(grantsOf(template, 'account.delete')).toEqual([
      ...commonGrants(template, 'account.delete'),
      grant(logicalId(template, 'AWS::DynamoDB::Table'), 'dynamodb:PutItem'),
      grant(logicalId(template, 'AWS::Cognito::UserPool'), 'cognito-idp:AdminGetUser', 'cognito-idp:AdminDeleteUser'),
    ]);
  });

  test('the function has only the environment that it reads', () => {
    const [{ Properties }] = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: 'account.delete' } }));
    expect(Properties.Environment.Variables).toEqual({
      DYNAMODB_TABLE: { Ref: logicalId(template, 'AWS::DynamoDB::Table') },
      USER_PARTITIONS: '1',
      USER_POOL_ID: { Ref: logicalId(template, 'AWS::Cognito::UserPool') },
      TIME_TO_LIVE_ATTRIBUTE: 'expires_at',
    });
  });

  test('accountUrl is the URL of the account', () => {
    expect(stack.resolve(service.accountUrl)).toEqual({ 'Fn::Join': ['', [{ 'Fn::GetAtt': [logicalId(template, 'AWS::ApiGatewayV2::Api'), 'ApiEndpoint'] }, '/user']] });
    expect(synthesize().service.accountUrl).toBeUndefined();
  });
});

test('with adminGroup, administrators can delete the account of a user', () => {
  const { template } = synthesize({ ...PROPS, adminGroup: 'admins' });
  expect(routesOf(template, 'account')).toEqual({ 'DELETE /user': 'account.delete', 'DELETE /users/{sub}': 'accounts.delete' });
  expect(grantsOf(template, 'accounts.delete')).toEqual([
    ...commonGrants(template, 'accounts.delete'),
    grant(logicalId(template, 'AWS::DynamoDB::Table'), 'dynamodb:PutItem'),
    grant(logicalId(template, 'AWS::Cognito::UserPool'), 'cognito-idp:ListUsers', 'cognito-idp:AdminGetUser', 'cognito-idp:AdminDeleteUser'),
  ]);
  template.hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'accounts.delete', Environment: { Variables: { ADMIN_GROUP: 'admins', TIME_TO_LIVE_ATTRIBUTE: 'expires_at' } },
  });
});

test('an existing user pool and an existing table get no more than the grants', () => {
  const { template } = synthesize((scope) => ({
    ...PROPS,
    userPool: cognito.UserPool.fromUserPoolArn(scope, 'Pool', 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc'),
    table: dynamodb.Table.fromTableArn(scope, 'Table', 'arn:aws:dynamodb:eu-west-1:123456789012:table/profiles'),
    timeToLiveAttribute: 'ttl',
  }));
  template.resourceCountIs('AWS::Cognito::UserPool', 0);
  template.resourceCountIs('AWS::DynamoDB::Table', 0);
  expect(grantsOf(template, 'account.delete')).toEqual([
    ...commonGrants(template, 'account.delete'),
    { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/profiles' },
    { Effect: 'Allow', Action: ['cognito-idp:AdminGetUser', 'cognito-idp:AdminDeleteUser'], Resource: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc' },
  ]);
  template.hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'account.delete', Environment: { Variables: { USER_POOL_ID: 'eu-west-1_abc', TIME_TO_LIVE_ATTRIBUTE: 'ttl' } },
  });
});
