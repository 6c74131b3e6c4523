import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Aws, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService } from '../src';
import { addOutputs } from './e2e/outputs';
import { assertCheck, Journey } from './integ/journey';

/**
 * A service with administrators and the deletion of accounts.
 *
 * The context value `runtime=python` takes the Python handlers.
 */
export const app = new App();
const stack = new Stack(app, 'CognitoProfileServiceAdministration');
const adminGroup = 'admins';

const service = new CognitoProfileService(stack, 'Profiles', {
  // The UUID of the stack, so that each deployment has a domain of its own.
  domainSuffix: Fn.select(2, Fn.split('/', Aws.STACK_ID)),
  authFlows: { userSrp: true, adminUserPassword: true },
  runtime: app.node.tryGetContext('runtime') === 'python' ? lambda.Runtime.PYTHON_3_14 : undefined,
  adminGroup,
  accountDeletion: true,
  removalPolicy: RemovalPolicy.DESTROY,
});

addOutputs(stack, service);

const assertions = new Stack(app, 'CognitoProfileServiceAdministrationAssertions');
const journey = new Journey(assertions, 'Journey', { service, adminGroup });
for (const check of ['Administrators', 'AccountDeletion'] as const) {
  assertCheck(assertions, journey.function.functionName, check);
}

new IntegTest(app, 'CognitoProfileServiceAdministrationTest', {
  testCases: [stack],
  assertionStack: assertions,
  // It would deploy the snapshot first. Its assets are not in Git, and the CDK would publish empty archives under their hashes.
  stackUpdateWorkflow: false,
});
