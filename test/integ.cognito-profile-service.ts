import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Aws, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService } from '../src';
import { addOutputs } from './e2e/outputs';
import { assertCheck, Journey } from './integ/journey';

/**
 * The sample app: one profile service with the defaults, except that it leaves nothing behind and lets the assertions sign users in.
 *
 * The context value `runtime=python` takes the Python handlers.
 */
export const app = new App();
const stack = new Stack(app, 'CognitoProfileServiceSample');

const service = new CognitoProfileService(stack, 'Profiles', {
  // The UUID of the stack, so that each deployment has a domain of its own.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
  domainSuffix: Fn.select(2, Fn.split('/', Aws.STACK_ID)),
  // With `adminUserPassword` the assertions sign users in. The API accepts only tokens of its own app client, so no second client can do it,
  // and this flow, unlike `userPassword`, is not open to the public: AdminInitiateAuth requires permissions of IAM.
  // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
  authFlows: { userSrp: true, adminUserPassword: true },
  runtime: app.node.tryGetContext('runtime') === 'python' ? lambda.Runtime.PYTHON_3_14 : undefined,
  removalPolicy: RemovalPolicy.DESTROY,
});

addOutputs(stack, service);

const assertions = new Stack(app, 'CognitoProfileServiceSampleAssertions');
const journey = new Journey(assertions, 'Journey', { service });
for (const check of ['Profile', 'Tokens', 'Challenge', 'Cors', 'SignInPage', 'SignOut', 'AccessLog'] as const) {
  assertCheck(assertions, journey.function.functionName, check);
}

new IntegTest(app, 'CognitoProfileService', {
  testCases: [stack],
  assertionStack: assertions,
  // It would deploy the snapshot first. Its assets are not in Git, and the CDK would publish empty archives under their hashes.
  stackUpdateWorkflow: false,
});
