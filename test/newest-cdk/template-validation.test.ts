import { App, CfnResource } from 'aws-cdk-lib';
import { CognitoProfileService } from '../../src';
import { STACKS, stackOf } from '../support/stacks/stacks';

/** The CDK's own review of templates, with its findings fatal. */
const FATAL_FINDINGS = {
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:strictCfnValidateErrors': true,
};

let validation: string | undefined;

beforeAll(() => {
  validation = process.env.CDK_VALIDATION;
  delete process.env.CDK_VALIDATION;
});

afterAll(() => {
  if (validation !== undefined) {
    process.env.CDK_VALIDATION = validation;
  }
});

test.each(Object.entries(STACKS))('the CDK finds nothing in the %s stack', (_, props) => {
  const app = new App({ context: FATAL_FINDINGS });
  stackOf(app, props);
  expect(() => app.synth()).not.toThrow();
});

test('the CDK finds a value that CloudFormation would refuse', () => {
  const app = new App({ context: FATAL_FINDINGS });
  const service = stackOf(app, STACKS.default).node.findChild('Profiles') as CognitoProfileService;
  (service.readProfileFunction.node.defaultChild as CfnResource).addPropertyOverride('Timeout', 10_000);
  expect(() => app.synth()).toThrow(/Timeout: 10000/);
});
