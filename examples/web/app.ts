import { App, Aws, CfnOutput, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import profileSchema from './profile-schema.json';
import { CognitoProfileService } from '../../src';

/**
 * A profile service for the page in `site/`, which another server serves, such as that of `npm run local`.
 *
 * Context values:
 * - `pageUrl`: the URL of the page, by default `http://localhost:8080/`
 * - `runtime=python`: deploys the Python handlers
 */
export const app = new App();
const stack = new Stack(app, 'ProfileWebExample');
// Cognito compares these URLs as a whole, with the slash at the end.
// https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
const pageUrl = app.node.tryGetContext('pageUrl') ?? 'http://localhost:8080/';

const service = new CognitoProfileService(stack, 'Profiles', {
  // The UUID of the stack, so that each deployment has a domain of its own. An app for production has a suffix of its own.
  domainSuffix: Fn.select(2, Fn.split('/', Aws.STACK_ID)),
  oAuth: { callbackUrls: [pageUrl], logoutUrls: [pageUrl] },
  runtime: app.node.tryGetContext('runtime') === 'python' ? lambda.Runtime.PYTHON_3_14 : undefined,
  profileSchema,
  adminGroup: 'admins',
  accountDeletion: true,
  removalPolicy: RemovalPolicy.DESTROY,
});

new CfnOutput(stack, 'ProfileUrl', { value: service.profileUrl });
new CfnOutput(stack, 'SignInUrl', { value: service.signInUrl! });
new CfnOutput(stack, 'SignOutUrl', { value: service.signOutUrl! });
new CfnOutput(stack, 'Issuer', { value: service.issuer });
new CfnOutput(stack, 'UserPoolId', { value: service.userPool.userPoolId });
new CfnOutput(stack, 'UserPoolClientId', { value: service.userPoolClient.userPoolClientId });
