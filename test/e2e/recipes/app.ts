import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Function, RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { sdkLayer } from './sdk-layer';
import { Runtime } from '../../../scripts/lib/command/options';
import { read } from '../../../scripts/lib/documentation/documents';
import { EXAMPLES } from '../../../scripts/lib/documentation/examples';
import { RECIPES } from '../../../scripts/lib/documentation/recipes';
import { runExample } from '../../../scripts/lib/documentation/run-example';
import { CognitoProfileService } from '../../../src';
import { addOutputs } from '../outputs';

/** What the recipes say to change for functions in Python. */
const IN_PYTHON: Readonly<Record<string, string>> = {
  'Runtime.NODEJS_24_X': 'Runtime.PYTHON_3_14',
  '\'create-profile.handler\'': '\'create_profile.handler\'',
  '\'add-claims.handler\'': '\'add_claims.handler\'',
  '\'lambda/sign-up\'': '\'lambda/sign-up-python\'',
  '\'lambda/tokens\'': '\'lambda/tokens-python\'',
};

/** The props of the service that surrounds each recipe, and those that the erasure of an avatar takes. */
const PROPS = 'domainSuffix: \'acme-dev\'';
const OTHER_PROPS = 'accountDeletion: true, changeEvents: EventBus.fromEventBusName(stack, \'ChangeEvents\', \'default\')';

/**
 * The app that `npm run recipes` deploys: one service with the code that the recipes show.
 *
 * The context value `runtime` is required. It is `nodejs` or `python`.
 */
process.chdir(RECIPES);
const [app] = runExample(allRecipes(new App({ autoSynth: false }).node.getContext('runtime')));
const stack = app.node.findChild('MyApp') as Stack;
const service = stack.node.findChild('Profiles') as CognitoProfileService;
addOutputs(stack, service, { TableName: service.table.tableName });

const layer = sdkLayer(stack);
stack.node.children.forEach((child) => {
  if (child instanceof Function && child.runtime.family === RuntimeFamily.NODEJS) {
    child.addLayers(layer);
  }
});
// The test does not wait for upload forms to expire.
(stack.node.findChild('ErasedProfiles').node.defaultChild as CfnResource).addPropertyOverride('DelaySeconds', 1);
app.synth();

/** Returns the code of all recipes, which have the same service. */
function allRecipes(runtime: Runtime): string {
  const recipes = EXAMPLES.filter(({ document, fixture }) => document.startsWith('docs/recipes/') && fixture === 'default');
  const blocks = recipes.map(({ visible }) => `{\n${visible.replace(/^import .*$/gm, '')}\n}`);
  const imports = new Map(recipes.flatMap(({ visible }) => [...visible.matchAll(/^import \{ (.*) \} from (.*);$/gm)])
    .flatMap(([, names, module]) => names.split(', ').map((name): [string, string] => [name, `import { ${name} } from ${module};`])));
  const surroundings = read('rosetta/default.ts-fixture').replace(`{ ${PROPS} }`, `{ ${PROPS}, ${OTHER_PROPS} }`);
  if (!surroundings.includes(OTHER_PROPS)) {
    throw new Error(`The service of the recipes has other props than ${PROPS}.`);
  }
  const code = [...imports.values(), surroundings.replace('/// here', () => blocks.join('\n'))].join('\n');
  return runtime === 'python' ? Object.entries(IN_PYTHON).reduce(replaceAll, code) : code;
}

function replaceAll(code: string, [text, replacement]: [string, string]): string {
  if (!code.includes(text)) {
    throw new Error(`The recipes have no ${text}.`);
  }
  return code.replaceAll(text, replacement);
}
