import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { CognitoProfileService } from '../../src';
import { onlyResource, synthesize } from '../support/stacks/synth';

const UPDATED = 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc';

test('the issuer of an imported pool is the given one', () => {
  const { service, template } = synthesize((scope) => ({ userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', 'eu-west-1_abc'), issuer: UPDATED }));
  expect(service.issuer).toBe(UPDATED);
  expect(acceptedIssuer(template)).toBe(UPDATED);
});

test('the updated issuer of a pool that the app defines is read from it', () => {
  const { stack, template } = synthesize((scope) => ({ userPool: updated(new cognito.UserPool(scope, 'Pool')) }));
  expect(acceptedIssuer(template)).toEqual(updatedIssuer(stack));
});

test('the updated issuer is read as well if the app sets it after it creates the service', () => {
  const stack = new Stack(new App(), 'Stack');
  const service = new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme' });
  updated(service.userPool);
  const output = new CfnOutput(stack, 'Issuer', { value: service.issuer });
  const template = Template.fromStack(stack);
  expect(acceptedIssuer(template)).toEqual(updatedIssuer(stack));
  expect(stack.resolve(output.value)).toEqual(updatedIssuer(stack));
});

test('the updated issuer is read as well if the issuer was resolved before', () => {
  const stack = new Stack(new App(), 'Stack');
  const service = new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme' });
  stack.resolve(service.issuer);
  updated(service.userPool);
  expect(acceptedIssuer(Template.fromStack(stack))).toEqual(updatedIssuer(stack));
});

test('the updated issuer is read from the resource of a pool that is imported by a reference', () => {
  const { stack, template } = synthesize((scope) => {
    const resource = new cognito.CfnUserPool(scope, 'Resource');
    resource.addPropertyOverride('IssuerConfiguration', { Type: 'UPDATED' });
    return { userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', resource.ref) };
  });
  expect(acceptedIssuer(template)).toEqual(updatedIssuer(stack));
});

test('the issuer reaches other stacks', () => {
  const app = new App();
  const service = new CognitoProfileService(new Stack(app, 'Stack'), 'Profiles', { domainSuffix: 'acme' });
  const other = new Stack(app, 'Other');
  new CfnOutput(other, 'Issuer', { value: service.issuer });
  expect(Template.fromStack(other).toJSON().Outputs.Issuer.Value).toEqual({ 'Fn::Join': ['', ['https://', { 'Fn::ImportValue': expect.stringContaining('ProviderName') }]] });
});

/** Sets the issuer type, for which the lowest supported CDK has no property. */
function updated<T extends cognito.IUserPool>(userPool: T): T {
  (userPool.node.defaultChild as cognito.CfnUserPool).addPropertyOverride('IssuerConfiguration', { Type: 'UPDATED' });
  return userPool;
}

function updatedIssuer(stack: Stack): unknown {
  const userPool = stack.node.findAll().find((construct) => construct instanceof cognito.CfnUserPool) as cognito.CfnUserPool;
  return stack.resolve(`https://issuer-cognito-idp.${stack.region}.${stack.urlSuffix}/${userPool.ref}`);
}

function acceptedIssuer(template: Template): unknown {
  return onlyResource(template, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration.Issuer;
}
