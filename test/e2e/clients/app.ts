import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ADMIN_GROUP, CLIENTS_APP } from './clients-app';
import profileSchema from './profile-schema.json';
import { CognitoProfileService } from '../../../src';
import { RUNTIMES } from '../../support/stacks/synth';
import { addOutputs } from '../outputs';

/**
 * The app that `npm run clients` deploys: one service with a profile schema, administrators and account deletion.
 *
 * The context value `runtime` is required. It is `nodejs` or `python`.
 */
const app = new App({ analyticsReporting: false });
const stack = new Stack(app, CLIENTS_APP.stack);
const service = new CognitoProfileService(stack, 'Profiles', {
  domainSuffix: 'clients',
  profileSchema,
  adminGroup: ADMIN_GROUP,
  accountDeletion: true,
  runtime: RUNTIMES[app.node.getContext('runtime') as keyof typeof RUNTIMES],
  removalPolicy: RemovalPolicy.DESTROY,
});

addOutputs(stack, service);
