import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { CognitoProfileService } from '../src';
import { brought } from './support/stacks/stacks';
import { onlyResource, synthesize } from './support/stacks/synth';

describe('a user pool', () => {
  const { service, stack, template } = synthesize((scope) => ({ userPool: new cognito.UserPool(scope, 'Pool') }));

  test('it gets an app client of ours, and no domain', () => {
    expect(onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      UserPoolId: stack.resolve(service.userPool.userPoolId),
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
    });
    template.resourceCountIs('AWS::Cognito::UserPool', 1);
    template.resourceCountIs('AWS::Cognito::UserPoolDomain', 0);
    expect(service.userPoolDomain).toBeUndefined();
    expect(service.signInUrl).toBeUndefined();
  });

  test('its tokens for our client are admitted', () => {
    expect(onlyResource(template, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration).toEqual({
      Audience: [stack.resolve(service.userPoolClient.userPoolClientId)],
      Issuer: stack.resolve(`https://${service.userPool.userPoolProviderName}`),
    });
  });

  test.each([[undefined, 0], [cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI, 0], [cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN, 1]])(
    'with managedLoginVersion %s our client gets %i brandings', (managedLoginVersion, brandings) => {
      synthesize((scope) => ({ userPool: new cognito.UserPool(scope, 'Pool'), managedLoginVersion }))
        .template.resourceCountIs('AWS::Cognito::ManagedLoginBranding', brandings);
    });

  test.each([['eu-west-1_abc', 'eu-west-1'], ['cn-north-1_abc', 'cn-north-1']])('%s may be imported', (id, region) => {
    const imported = synthesize((scope) => ({ userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', id) }), { env: { account: '123456789012', region } });
    expect(imported.stack.resolve(imported.service.issuer)).toEqual({ 'Fn::Join': ['', [`https://cognito-idp.${region}.`, { Ref: 'AWS::URLSuffix' }, `/${id}`]] });
    imported.template.resourceCountIs('AWS::Cognito::UserPool', 0);
  });
});

test('pool, client and table that the app has are used, and none is made', () => {
  const { service, stack, template } = synthesize(brought);
  template.resourceCountIs('AWS::Cognito::UserPool', 1);
  template.resourceCountIs('AWS::Cognito::UserPoolClient', 1);
  template.resourceCountIs('AWS::DynamoDB::Table', 0);
  template.resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
  expect(service.node.children.map(({ node }) => node.id).sort())
    .toEqual(['AccountDeletion', 'DeleteProfile', 'HttpApi', 'ReadProfile', 'ReplaceProfile', 'SignIn', 'UpdateProfile']);
  expect(onlyResource(template, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration.Audience)
    .toEqual([stack.resolve(service.userPoolClient.userPoolClientId)]);
  template.allResourcesProperties('AWS::Lambda::Function', { Environment: { Variables: { DYNAMODB_TABLE: stack.resolve(service.table.tableName) } } });
});

test('functions may use an imported table, and not its indexes', () => {
  const { template } = synthesize((scope) => ({ domainSuffix: 'acme', table: dynamodb.Table.fromTableArn(scope, 'Imported', TABLE) }));
  const statements = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter((statement: any) => JSON.stringify(statement.Action).includes('dynamodb:'));
  expect(statements.map((statement: any) => statement.Resource)).toEqual([TABLE, TABLE, TABLE, TABLE]);
});

test('one pool serves two services, each with tokens of its own', () => {
  const stack = new Stack(new App(), 'Stack');
  const first = new CognitoProfileService(stack, 'One', { domainSuffix: 'acme' });
  const second = new CognitoProfileService(stack, 'Two', { userPool: first.userPool });
  expect(audience(second)).not.toEqual(audience(first));
  expect(Stack.of(second).resolve(second.issuer)).toEqual(Stack.of(first).resolve(first.issuer));
  Template.fromStack(stack).resourceCountIs('AWS::Cognito::UserPool', 1);
});

test('one pool serves services of several stacks', () => {
  const app = new App();
  const first = new CognitoProfileService(new Stack(app, 'One'), 'Profiles', { domainSuffix: 'acme' });
  const second = new CognitoProfileService(new Stack(app, 'Two'), 'Profiles', { userPool: first.userPool, userPoolClient: first.userPoolClient, table: first.table });
  expect(app.synth().stacks).toHaveLength(2);
  const template = Template.fromStack(Stack.of(second));
  template.resourceCountIs('AWS::Cognito::UserPool', 0);
  template.resourceCountIs('AWS::DynamoDB::Table', 0);
});

test('one pool and client serve two services, with the same tokens', () => {
  const stack = new Stack(new App(), 'Stack');
  const first = new CognitoProfileService(stack, 'One', { domainSuffix: 'acme' });
  const second = new CognitoProfileService(stack, 'Two', { userPool: first.userPool, userPoolClient: first.userPoolClient });
  expect(audience(second)).toEqual(audience(first));
  expect(Stack.of(second).resolve(second.issuer)).toEqual(Stack.of(first).resolve(first.issuer));
});

const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/profiles';

/** Whose tokens the API of a service admits. */
function audience(service: CognitoProfileService): unknown {
  const authorizers = Template.fromStack(Stack.of(service)).findResources('AWS::ApiGatewayV2::Authorizer');
  return Object.entries(authorizers).find(([id]) => id === service.httpApi.stack.resolve(service.authorizer.authorizerId).Ref)![1]
    .Properties.JwtConfiguration.Audience;
}
