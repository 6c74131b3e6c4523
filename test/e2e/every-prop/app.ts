import { App, Stack } from 'aws-cdk-lib';
import { EVERY_PROP_APP, logGroupOutput } from './every-prop-app';
import { CognitoProfileService } from '../../../src';
import { everyProp } from '../../support/stacks/stacks';
import { RUNTIMES } from '../../support/stacks/synth';
import { addOutputs } from '../outputs';

/**
 * The app that `npm run deploy:every-prop` deploys: one profile service with all compatible props.
 *
 * The context value `runtime` is required. It is `nodejs` or `python`.
 */
const app = new App({ analyticsReporting: false });
const runtime = RUNTIMES[app.node.getContext('runtime') as keyof typeof RUNTIMES];
const stack = new Stack(app, EVERY_PROP_APP.stack);
const service = new CognitoProfileService(stack, 'Profiles', everyProp(stack, runtime));

addOutputs(stack, service, {
  [logGroupOutput('GET')]: service.readProfileFunction.logGroup.logGroupName,
  [logGroupOutput('POST')]: service.replaceProfileFunction.logGroup.logGroupName,
  [logGroupOutput('PATCH')]: service.updateProfileFunction.logGroup.logGroupName,
  [logGroupOutput('DELETE')]: service.deleteProfileFunction.logGroup.logGroupName,
});
