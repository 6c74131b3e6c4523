import { awscdk, TaskOptions } from 'projen';

type Project = awscdk.AwsCdkConstructLibrary;

/** `npm test`, everything from a fresh clone, and the tests that take longer. */
export function addTests(project: Project): void {
  const typecheck = project.addTask('typecheck', {
    description: 'Type-check everything, the handlers included',
    exec: 'tsc --noEmit --project tsconfig.dev.json',
  });
  const lintPython = project.addTask('lint:python', {
    description: 'Lint and type-check the Python handlers',
    exec: 'tsx scripts/lint-python.ts',
  });
  const integSnapshot = addIntegrationTests(project);
  const checks = [typecheck, project.eslint!.eslintTask, lintPython, integSnapshot];
  project.testTask.reset();
  project.testTask.spawn(project.bundler.bundleTask);
  project.testTask.exec(`tsx scripts/in-parallel.ts ${checks.map(({ name }) => name).join(' ')}`);
  project.testTask.exec('jest --ci', { receiveArgs: true });
  project.testTask.exec('jest --config test/newest-cdk/jest.config.js --ci');

  addHeavyTests(project);
  const examples = project.addTask('check:examples', {
    description: 'Compile every TypeScript example of README.md and of doc comments, once `compile` has written the assembly',
    exec: 'jsii-rosetta extract --strict .',
  });
  project.postCompileTask.spawn(examples);
}

/** Returns the task that checks the snapshots. */
function addIntegrationTests(project: Project) {
  const integRunner = (flags = '') => `integ-runner --directory test --language typescript --app "tsx {filePath}"${flags}`;
  project.addTask('integ:update', {
    description: 'Write the snapshots of the integ tests anew, without deploying them',
    env: { CDK_VALIDATION: 'false' },
    exec: integRunner(' --dry-run --update-on-failed'),
  });
  project.addTask('integ:deploy', {
    description: 'Deploy the integ tests to AWS, check them there, and remove them again',
    exec: integRunner(' --update-on-failed --force'),
  });
  // Of the snapshots the templates are compared; what is deployed with them is built from the sources.
  for (const files of ['/test/*.snapshot/asset.*', '/test/*.snapshot/tree.json', '/test/cdk-integ.out.*']) {
    project.addGitIgnore(files);
  }
  return project.addTask('integ:snapshot', {
    description: 'Check the snapshots of the integ tests; needs no AWS account',
    env: { CDK_VALIDATION: 'false' },
    exec: integRunner(),
  });
}

function addHeavyTests(project: Project): void {
  const add = (name: string, { exec, receiveArgs, ...options }: TaskOptions) => {
    project.addTask(name, { ...options, receiveArgs, steps: [{ spawn: project.bundler.bundleTask.name }, { exec, receiveArgs }] });
  };
  add('test:dynamodb-local', {
    description: 'Run the tests of the handlers against DynamoDB Local; needs a JDK and Maven',
    receiveArgs: true,
    exec: 'tsx test/e2e/dynamodb-local/main.ts',
  });
  add('test:faults', {
    description: 'Run every fault at every call of every method; takes half an hour',
    env: { FAULTS: 'all' },
    exec: 'jest test/handlers/faults.test.ts test/handlers/fault-matrix.test.ts test/handlers/freeze.test.ts',
  });
  add('test:cost', {
    description: 'Measure what the costliest profiles, schemas and patterns take; takes minutes',
    env: { COST: 'all', COST_RUNS: '40' },
    exec: 'jest test/handlers/cost.test.ts test/handlers/schema-cost.test.ts',
  });
  project.tasks.tryFind('compat')!.reset('tsx scripts/check-compatibility.ts', { receiveArgs: true });
  project.addTask('lint:workflows', {
    description: 'Check the workflows for errors and for what can be attacked; needs Go',
    exec: 'tsx scripts/lint-workflows.ts',
    receiveArgs: true,
  });
  project.addTask('verify:package', {
    description: 'Use the packed package in an empty app',
    exec: 'tsx scripts/verify-package.ts',
  });
}
