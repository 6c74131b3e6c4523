import { App } from 'aws-cdk-lib';
import { readableTemplate } from './support/stacks/readable-template';
import { STACKS, stackOf } from './support/stacks/stacks';

// To be read by reviewers, so not of every stack; the same on the lowest and the newest CDK.
test.each(['default', 'every prop, in Node.js'])('the %s stack is as it was', (name) => {
  expect(readableTemplate(stackOf(new App(), STACKS[name]))).toMatchSnapshot();
});
