import { App, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { EVENTS_QUEUE_OUTPUT, EVERY_PROP_APP, logGroupOutput } from './every-prop-app';
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
const props = everyProp(stack, runtime);
const service = new CognitoProfileService(stack, 'Profiles', props);

// What an app does with the change events.
const events = new Queue(stack, 'Events');
new Rule(stack, 'EventsRule', {
  eventBus: props.changeEvents,
  eventPattern: { source: ['cdk-cognito-profile-service'] },
  targets: [new SqsQueue(events)],
});

addOutputs(stack, service, {
  [EVENTS_QUEUE_OUTPUT]: events.queueUrl,
  [logGroupOutput('GET')]: service.readProfileFunction.logGroup.logGroupName,
  [logGroupOutput('POST')]: service.replaceProfileFunction.logGroup.logGroupName,
  [logGroupOutput('PATCH')]: service.updateProfileFunction.logGroup.logGroupName,
  [logGroupOutput('DELETE')]: service.deleteProfileFunction.logGroup.logGroupName,
});
