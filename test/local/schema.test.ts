import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { ProfileService } from '../../scripts/local/profile-services';
import { readProfileSchema } from '../../scripts/local/schema';
import { CognitoProfileService } from '../../src';
import { makeService } from '../support/stacks/synth';

const schemaOf = (title: string) => ({ type: 'object', properties: { name: { title, type: 'string' } } });

test('the schema of each service is in the cloud assembly, and not in the template', async () => {
  const app = new App();
  const named = (stackName: string) => new Stack(app, `${stackName}Stack`, { stackName });
  const [one, other, plain] = [named('One'), named('Other'), named('Plain')];
  // The logical IDs of both APIs are equal.
  const services: [CognitoProfileService, string, object | undefined][] = [
    [makeService(one, { domainSuffix: 'one', profileSchema: schemaOf('One') }), 'One', schemaOf('One')],
    [makeService(other, { domainSuffix: 'other', profileSchema: schemaOf('Other') }), 'Other', schemaOf('Other')],
    [makeService(plain, { domainSuffix: 'plain' }, 'Plain'), 'Plain', undefined],
  ];
  const nested = new NestedStack(plain, 'Nested');
  services.push([makeService(nested, { domainSuffix: 'nested', profileSchema: schemaOf('Nested') }, 'Inner'), 'Plain-Nested-1ABC', schemaOf('Nested')]);
  const staged = new Stack(new Stage(app, 'Stage'), 'Staged', { stackName: 'Staged' });
  services.push([makeService(staged, { domainSuffix: 'staged', profileSchema: schemaOf('Staged') }, 'InStage'), 'Staged', schemaOf('Staged')]);

  const assembly = app.synth();
  for (const [service, stackName, expected] of services) {
    expect(await readProfileSchema(assembly.directory, deployed(service, stackName))).toEqual(expected);
  }
  expect(JSON.stringify(assembly.getStackByName('One').template)).not.toContain('profile-schema');
});

function deployed({ httpApi }: CognitoProfileService, stackName: string): ProfileService {
  const { logicalId } = httpApi.node.defaultChild as CfnApi;
  return { logicalId: Stack.of(httpApi).resolve(logicalId), stackName } as ProfileService;
}
