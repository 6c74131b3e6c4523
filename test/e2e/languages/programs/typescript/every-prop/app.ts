import { App, Stack } from 'aws-cdk-lib';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { CognitoProfileService } from 'cdk-cognito-profile-service';
import { brought, everyProp } from './test/support/stacks/stacks';

/** What the programs in the other languages must equal, made from the stacks of the tests. */
const app = new App();
new CognitoProfileService(new Stack(app, 'Default'), 'Profiles', { domainSuffix: 'acme' });
const stack = new Stack(app, 'EveryProp');
new CognitoProfileService(stack, 'Profiles', everyProp(stack, Runtime.PYTHON_3_14));
const existing = new Stack(app, 'ExistingResources');
new CognitoProfileService(existing, 'Profiles', brought(existing));
