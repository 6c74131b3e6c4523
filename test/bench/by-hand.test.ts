import * as path from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addServiceByHand } from '../../bench/construct/by-hand';
import { CognitoProfileService } from '../../src';

const HANDLERS = path.join(__dirname, '..', '..', 'assets', 'handlers', 'nodejs');

/** The resources of a stack as texts in which logical IDs are replaced by types. */
function resourcesOf(add: (stack: Stack) => void): string[] {
  const stack = new Stack(new App(), 'Stack');
  add(stack);
  const resources: Record<string, { Type: string; Properties: object }> = Template.fromStack(stack).toJSON().Resources;
  const ids = new RegExp(`"(${Object.keys(resources).join('|')})"`, 'g');
  return Object.values(resources)
    .map((resource) => JSON.stringify(resource, (key, value) => (key === 'PolicyName' ? 'name' : value)))
    .map((text) => text.replace(ids, (_, id) => `"<${resources[id].Type}>"`))
    // The construct stages the same files itself, so that their hash is another.
    .map((text) => text.replace(/"[0-9a-f]{64}\.zip"/, '"<asset>"'))
    .sort();
}

test('what the benchmark compares with has the resources of the service, with the same properties', () => {
  const resources = resourcesOf((stack) => addServiceByHand(stack, 'Profiles', HANDLERS));
  expect(resources).toHaveLength(37);
  expect(resources).toEqual(resourcesOf((stack) => new CognitoProfileService(stack, 'Profiles', { domainSuffix: 'profiles' })));
});
