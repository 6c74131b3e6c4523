import { App, CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';

/** The CDK's own review of templates, with its findings fatal. */
const FATAL_FINDINGS = {
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:strictCfnValidateErrors': true,
};

let validation: string | undefined;

beforeAll(() => {
  validation = process.env.CDK_VALIDATION;
  delete process.env.CDK_VALIDATION;
});

afterAll(() => {
  process.env.CDK_VALIDATION = validation;
});

test.each<[string, Partial<CognitoProfileServiceProps>]>([
  ['default', {}],
  ["tutorial's", {
    managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
    oAuth: { flows: { implicitCodeGrant: true } },
    tableCapacity: { readCapacity: 1, writeCapacity: 1 },
    runtime: lambda.Runtime.PYTHON_3_14,
  }],
  ['passing', { removalPolicy: RemovalPolicy.DESTROY, authorizationScopes: ['openid'], allowedOrigins: ['https://app.example.com'] }],
])('the %s stack has no finding', (_, props) => {
  const app = new App({ context: FATAL_FINDINGS });
  new CognitoProfileService(new Stack(app, 'Stack'), 'Profiles', { domainSuffix: 'acme', ...props });
  expect(() => app.synth()).not.toThrow();
});

test('a resource that CloudFormation would refuse has one', () => {
  const app = new App({ context: FATAL_FINDINGS });
  const stack = new Stack(app, 'Stack');
  const service = new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'acme' });
  (service.readProfileFunction.node.defaultChild as CfnResource).addPropertyOverride('Timeout', 10_000);
  expect(() => app.synth()).toThrow(/Timeout: 10000/);
});
