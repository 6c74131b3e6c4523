import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CognitoProfileService } from '../../../src';
import { RUNTIMES } from '../../support/stacks/synth';

/** An app whose service has no profile schema. Its argument is the language of the handlers, `nodejs` or `python`. */
const [runtime] = process.argv.slice(2);
const stack = new Stack(new App({ analyticsReporting: false }), 'NoSchema');

new CognitoProfileService(stack, 'Profiles', {
  domainSuffix: 'no-schema',
  runtime: RUNTIMES[runtime as keyof typeof RUNTIMES],
  removalPolicy: RemovalPolicy.DESTROY,
});
