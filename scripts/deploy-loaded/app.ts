import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { leaveOut } from './leave-out';
import { LOADED_APP } from './loaded-app';
import { CognitoProfileService } from '../../src';
import { loaded } from '../../test/support/stacks';
import { RUNTIMES } from '../../test/support/synth';

/**
 * The app that `npm run deploy:loaded` deploys: one profile service with every prop set, but for the exceptions.
 *
 * Context values it needs:
 * - `runtime` is `nodejs` or `python`;
 * - `askedFor` is a directory, which gets the stack without any exception, to hold what comes out against.
 */
const app = new App({ analyticsReporting: false });
const runtime = RUNTIMES[app.node.getContext('runtime') as keyof typeof RUNTIMES];

const complete = new App({ outdir: app.node.getContext('askedFor'), autoSynth: false, analyticsReporting: false });
makeStack(complete);
const askedFor = complete.synth().getStackByName(LOADED_APP.stack).template;

leaveOut(makeStack(app), askedFor);

function makeStack(scope: App): Stack {
  const stack = new Stack(scope, LOADED_APP.stack);
  const service = new CognitoProfileService(stack, 'Profiles', loaded(stack, runtime));
  new CfnOutput(stack, 'ProfileUrl', { value: service.profileUrl });
  new CfnOutput(stack, 'SignInUrl', { value: service.signInUrl! });
  new CfnOutput(stack, 'Issuer', { value: service.issuer });
  new CfnOutput(stack, 'UserPoolId', { value: service.userPool.userPoolId });
  new CfnOutput(stack, 'UserPoolClientId', { value: service.userPoolClient.userPoolClientId });
  return stack;
}
