import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CognitoProfileService } from '../../src';
import { MUTANTS } from '../support/reviews/mutants';
import { reviewTemplate } from '../support/reviews/own-rules';
import { STACKS, stackOf } from '../support/stacks/stacks';

test.each(Object.entries(STACKS))('our own rules find nothing in the %s stack', (_, props) => {
  expect(review(stackOf(new App(), props))).toEqual([]);
});

test.each(Object.entries(MUTANTS))('our own rules find %s', (_, { apply, fault }) => {
  const stack = stackOf(new App(), STACKS.default);
  apply(stack.node.findChild('Profiles') as CognitoProfileService);
  expect(review(stack)).toEqual([expect.stringContaining(fault)]);
});

function review(stack: Stack): string[] {
  return reviewTemplate(Template.fromStack(stack));
}
