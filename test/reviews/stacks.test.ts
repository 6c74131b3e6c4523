import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { PROP_NAMES } from '../support/stacks/prop-names';
import { brought, everyProp } from '../support/stacks/stacks';

/** It is incompatible with `signInDomain`, which the stacks with every prop have. */
const LEFT_OUT = ['domainSuffix'];

test('the stacks with every prop and with existing resources have every prop together', () => {
  const given = [
    ...givenProps(everyProp(new Stack(new App(), 'EveryProp'), lambda.Runtime.NODEJS_24_X)),
    ...givenProps(brought(new Stack(new App(), 'Brought'))),
  ];
  expect([...new Set([...given, ...LEFT_OUT])].sort()).toEqual([...PROP_NAMES].sort());
});

function givenProps(props: object): string[] {
  return Object.entries(props).filter(([, value]) => value !== undefined).map(([prop]) => prop);
}
