import { awscdk } from 'projen';

/** The commands that need more than a test runner, by the folder of their `main.ts`. */
const COMMANDS = {
  'local': 'scripts/local',
  'contract:http': 'test/e2e/contract-over-http',
  'deploy:every-prop': 'test/e2e/every-prop',
  'integ:local': 'test/e2e/integ',
  'fuzz': 'test/e2e/fuzz',
  'clients': 'test/e2e/clients',
  'browser': 'test/e2e/browser',
  'examples': 'test/e2e/examples',
};

/** Scripts of npm's own, because a task would not pass on the signal that ends it, and leave the local AWS running. */
export function addCommands(project: awscdk.AwsCdkConstructLibrary): void {
  for (const [script, directory] of Object.entries(COMMANDS)) {
    project.package.setScript(`pre${script}`, 'projen bundle');
    project.package.setScript(script, `exec node --import tsx ${directory}/main.ts`);
  }
  // The translations and the package are made of the assembly.
  project.package.setScript('preexamples', 'projen bundle && projen compile');
  project.addTask('general-categories', {
    description: 'Write the general categories of Unicode into the library anew, from the Node.js that runs it',
    exec: 'tsx scripts/general-categories.ts',
  });
}
