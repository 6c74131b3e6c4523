import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { END_TO_END_APP, TUTORIAL_URL } from './end-to-end-app';
import { addTutorial } from './tutorial';
import { CognitoProfileService } from '../../src';
import { addOutputs } from '../../test/e2e/outputs';
import { RUNTIMES } from '../../test/support/stacks/synth';

/**
 * The app that the benchmark deploys: a service, and the API of the tutorial with the same user pool and app client.
 *
 * The context value `runtime` is required. It is `nodejs` or `python`.
 */
const app = new App({ analyticsReporting: false });
const stack = new Stack(app, END_TO_END_APP.stack);
const service = new CognitoProfileService(stack, 'Profiles', {
  domainSuffix: 'bench',
  runtime: RUNTIMES[app.node.getContext('runtime') as keyof typeof RUNTIMES],
  removalPolicy: RemovalPolicy.DESTROY,
});
const tutorialUrl = addTutorial(stack, service);

addOutputs(stack, service, { [TUTORIAL_URL]: tutorialUrl });
