import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { PROP_NAMES } from '../support/prop-names';
import { brought, loaded } from '../support/stacks';

/** The sign-in pages have one domain, and the loaded stacks bring their own. */
const LEFT_OUT = ['domainSuffix'];

test('the loaded stacks and what an app brings have every prop', () => {
  const given = [
    ...givenProps(loaded(new Stack(new App(), 'Loaded'), lambda.Runtime.NODEJS_24_X)),
    ...givenProps(brought(new Stack(new App(), 'Brought'))),
  ];
  expect([...given, ...LEFT_OUT].sort()).toEqual([...PROP_NAMES].sort());
});

function givenProps(props: object): string[] {
  return Object.entries(props).filter(([, value]) => value !== undefined).map(([prop]) => prop);
}
