import { ExpectedResult, IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService } from '../src';

/**
 * The sample app: one profile service with the defaults, except that it leaves nothing behind.
 *
 * Context values change it where a deployment needs something else:
 * - `runtime=python` takes the Python handlers;
 * - `signInPage=classic` takes the classic sign-in pages, for a deployment that can't make managed-login branding.
 */
const app = new App();
const stack = new Stack(app, 'CognitoProfileServiceSample');

const service = new CognitoProfileService(stack, 'Profiles', {
  domainSuffix: app.node.tryGetContext('domainSuffix') ?? 'sample',
  runtime: app.node.tryGetContext('runtime') === 'python' ? lambda.Runtime.PYTHON_3_14 : undefined,
  managedLoginVersion: app.node.tryGetContext('signInPage') === 'classic'
    ? cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI
    : undefined,
  removalPolicy: RemovalPolicy.DESTROY,
});

new CfnOutput(stack, 'ProfileUrl', { value: service.profileUrl });
new CfnOutput(stack, 'SignInUrl', { value: service.signInUrl! });
new CfnOutput(stack, 'Issuer', { value: service.issuer });
new CfnOutput(stack, 'UserPoolId', { value: service.userPool.userPoolId });
new CfnOutput(stack, 'UserPoolClientId', { value: service.userPoolClient.userPoolClientId });

const integ = new IntegTest(app, 'CognitoProfileService', { testCases: [stack] });

// Whoever has not signed in is turned away by the gateway.
integ.assertions.httpApiCall(service.profileUrl).expect(ExpectedResult.objectLike({ status: 401 }));
