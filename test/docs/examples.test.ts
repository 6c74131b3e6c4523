import { EXAMPLES } from '../../scripts/lib/documentation/examples';
import { RECIPES } from '../../scripts/lib/documentation/recipes';
import { runExample } from '../../scripts/lib/documentation/run-example';

const directory = process.cwd();
beforeAll(() => process.chdir(RECIPES));
afterAll(() => process.chdir(directory));

test.each(EXAMPLES)('creates an app with a service: $document, $heading', ({ code }) => {
  const apps = runExample(code);
  expect(apps.length).toBe(1);
  const types = apps[0].synth().stacks.flatMap(({ template }) => Object.values<{ Type: string }>(template.Resources).map(({ Type }) => Type));
  expect(types).toContain('AWS::ApiGatewayV2::Api');
});
