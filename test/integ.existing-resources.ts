import { IntegTest, IntegTestCaseStack, IntegTestCaseStackProps, IntegTestProps } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { CognitoProfileService, CognitoProfileServiceProps } from '../src';
import { assertCheck, Journey } from './integ/journey';

/**
 * A service with an existing user pool and table, a customer managed key, alarms, a profile schema and the Python handlers. It is deployed,
 * and then updated to another schema and maximum size.
 *
 * Both versions are a stack of the app with the same name, so the deployment of the second updates the first.
 */
export const app = new App();
const STACK_NAME = 'CognitoProfileServiceUpdate';
const JOURNEY = `${STACK_NAME}Journey`;

type Version = Pick<CognitoProfileServiceProps, 'profileSchema' | 'maxProfileSize'>;

function createService(stack: Stack, version: Version): void {
  const encryptionKey = new kms.Key(stack, 'Key', { removalPolicy: RemovalPolicy.DESTROY, enableKeyRotation: true });
  const service = new CognitoProfileService(stack, 'Profiles', {
    userPool: new cognito.UserPool(stack, 'UserPool', { signInAliases: { email: true }, removalPolicy: RemovalPolicy.DESTROY }),
    authFlows: { userSrp: true, adminUserPassword: true },
    table: new dynamodb.Table(stack, 'Table', {
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryptionKey,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
    encryptionKey,
    alarmTopic: new sns.Topic(stack, 'AlarmTopic'),
    runtime: lambda.Runtime.PYTHON_3_14,
    removalPolicy: RemovalPolicy.DESTROY,
    ...version,
  });
  // With a fixed name, so that no stack of assertions imports a value of this stack. Such an import would prevent its deletion.
  new Journey(stack, 'Journey', { service, functionName: JOURNEY });
}

const before = new Stack(app, 'CognitoProfileServiceBeforeUpdate', { stackName: STACK_NAME });
createService(before, {
  profileSchema: {
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
    additionalProperties: false,
  },
  maxProfileSize: Size.bytes(1000),
});
const beforeAssertions = new Stack(app, 'CognitoProfileServiceBeforeUpdateAssertions');
assertCheck(beforeAssertions, JOURNEY, 'BeforeUpdate');

const afterAssertions = new Stack(app, 'CognitoProfileServiceAfterUpdateAssertions');
assertCheck(afterAssertions, JOURNEY, 'AfterUpdate');
// The test case takes `assertionStack`, which the type lacks.
const afterProps: IntegTestCaseStackProps & Pick<IntegTestProps, 'assertionStack'> = {
  stackName: STACK_NAME,
  assertionStack: afterAssertions,
  stackUpdateWorkflow: false,
};
const after = new IntegTestCaseStack(app, 'CognitoProfileServiceAfterUpdate', afterProps);
createService(after, {
  profileSchema: {
    type: 'object',
    properties: { name: { type: 'string', maxLength: 100 }, language: { type: 'string' } },
    required: ['name'],
    additionalProperties: false,
  },
  maxProfileSize: Size.kibibytes(64),
});

new IntegTest(app, 'CognitoProfileServiceUpdate', {
  testCases: [before, after],
  assertionStack: beforeAssertions,
  // The second test case updates the stack of the first, and removes both.
  cdkCommandOptions: { destroy: { enabled: false } },
  // It would deploy the snapshot first. Its assets are not in Git, and the CDK would publish empty archives under their hashes.
  stackUpdateWorkflow: false,
});
