import { awscdk } from 'projen';

/** The commands that use what is bundled, by the folder of their `main.ts`. */
const COMMANDS = {
  'contract:http': 'test/e2e/contract-over-http',
  'deploy:every-prop': 'test/e2e/every-prop',
  'integ:local': 'test/e2e/integ',
  'recipes': 'test/e2e/recipes',
  'fuzz': 'test/e2e/fuzz',
  'clients': 'test/e2e/clients',
  'languages': 'test/e2e/languages',
  'browser': 'test/e2e/browser',
  'examples': 'test/e2e/examples',
  'compatibility': 'test/e2e/compatibility',
};

/** Scripts of npm's own, because a task would not pass on the signal that ends it, and leave the local AWS running. */
export function addCommands(project: awscdk.AwsCdkConstructLibrary): void {
  for (const [script, directory] of Object.entries(COMMANDS)) {
    project.package.setScript(`pre${script}`, 'projen bundle');
    project.package.setScript(script, runMain(directory));
  }
  // It looks at the machine before it bundles.
  project.package.setScript('local', runMain('scripts/local'));
  // The packages for other languages are made from the assembly of jsii.
  for (const script of ['languages', 'examples']) {
    project.package.setScript(`pre${script}`, 'projen bundle && projen compile');
  }
  project.addTask('general-categories', {
    description: 'Write the general categories of Unicode into the library anew, from the Node.js that runs it',
    exec: 'tsx scripts/general-categories.ts',
  });
}

function runMain(directory: string): string {
  return `exec node --import tsx ${directory}/main.ts`;
}
