import { awscdk, javascript } from 'projen';
import { pinActions } from './projenrc/actions';
import { addBenchmarks } from './projenrc/benchmarks';
import { addBundles } from './projenrc/bundles';
import { addCommands } from './projenrc/commands';
import { DEV_DEPENDENCIES } from './projenrc/dev-dependencies';
import { addGithubFiles } from './projenrc/github-files';
import { addOtherTypeScript } from './projenrc/other-typescript';
import { addPackageFiles } from './projenrc/package-files';
import { LeastPrivilegeRelease, PUBLISHERS, RELEASE } from './projenrc/release';
import { REPOSITORY } from './projenrc/repository';
import { addSite } from './projenrc/site';
import { addTests } from './projenrc/tests';
import { LOWEST } from './projenrc/versions';
import { addWorkflows, RUNNER } from './projenrc/workflows';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-cognito-profile-service',
  description: 'An AWS CDK construct for a complete user profile service: Cognito sign-in, HTTP API, Lambda, DynamoDB.',
  keywords: ['aws', 'cdk', 'cognito', 'user-profile', 'http-api', 'dynamodb', 'lambda', 'jwt'],
  authorOrganization: true,
  author: 'The cdk-cognito-profile-service authors',
  authorAddress: `https://github.com/${REPOSITORY.owner}`,
  repositoryUrl: `${REPOSITORY.url}.git`,
  homepage: REPOSITORY.site,
  bugsUrl: `${REPOSITORY.url}/issues`,
  license: 'Apache-2.0',
  stability: 'experimental',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: LOWEST.node,
  // What is packed is listed in projenrc/package-files.ts.
  npmignoreEnabled: false,
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.3',
  projenVersion: '0.103.25',
  projenrcTs: true,
  // Without source maps, which would be a third of the package: what is compiled has the files, classes and functions of `src`, so that
  // stack traces tell as much.
  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  tsconfigDevFile: 'tsconfig.dev.json',
  // The handlers run on newer runtimes than the library, and are type-checked by this configuration only. The examples import the package.
  tsconfigDev: { compilerOptions: { lib: ['es2024'], paths: { 'cdk-cognito-profile-service': ['./src/index.ts'] } } },
  // The configuration that has everything; the project service would take the next tsconfig.json, which has src only.
  eslintOptions: { dirs: ['src', 'scripts', 'docs', 'examples', 'bench'], devdirs: ['test'], projectService: false, tsconfigPath: './tsconfig.dev.json' },
  sampleCode: false,
  // projenrc/workflows.ts has a workflow that runs `.ci/run`, and projenrc/github-files.ts updates of dependencies.
  buildWorkflow: false,
  depsUpgrade: false,
  // The check of titles would run with write access for pull requests of anybody.
  githubOptions: { mergify: false, pullRequestLint: false, workflowRunsOn: [RUNNER] },
  pullRequestTemplate: false,
  ...RELEASE,
  ...PUBLISHERS,
  // Later majors need Node.js 22.
  bumpPackage: 'commit-and-tag-version@^12',

  bin: { 'cdk-cognito-profile-service': 'lib/cli/main.js' },
  cdkVersion: LOWEST.cdk,
  constructsVersion: LOWEST.constructs,
  devDeps: DEV_DEPENDENCIES,

  // The handlers are bundled, not compiled into lib; `tsc` type-checks them as part of `npm test`.
  excludeTypescript: ['src/handlers/**'],
  // The runtime family stays a prop, so the functions are written by hand and only the bundle is made here.
  lambdaAutoDiscover: false,
  integrationTestAutoDiscover: false,

  jestOptions: {
    // A snapshot that differs is a failure; `npx projen test:update` writes new ones.
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    // No coverage: that of the handlers can't be seen from here, as they run bundled in processes of their own.
    jestConfig: {
      collectCoverage: false,
      // Much of the tests' time is that of the processes that they start.
      maxWorkers: '100%',
      globalSetup: '<rootDir>/test/support/setup/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/setup/global-teardown.ts',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/newest-cdk/'],
    },
  },
});
// Of 1.13.0 not every platform's binding is published, and npm can't lock what is not there.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
// It asks for TypeScript 5, and works with the version that is here.
project.tryFindObjectFile('package.json')!.addOverride('overrides.openapi-typescript', { typescript: '$typescript' });
// It wants a newer CDK than the lowest, and gets it: it runs in test/newest-cdk only.
project.tryFindObjectFile('package.json')!.addOverride('overrides.cdk-nag', {
  'aws-cdk-lib': '$aws-cdk-lib',
  'constructs': '$constructs',
});
// The newest CDK asks for newer constructs, and gets them in the tests, by test/newest-cdk/jest.config.js.
project.tryFindObjectFile('package.json')!.addOverride('overrides.aws-cdk-lib-newest', { constructs: '$constructs' });

addBundles(project);
addTests(project);
addCommands(project);
addOtherTypeScript(project);
addBenchmarks(project);
addSite(project);
addPackageFiles(project);
addWorkflows(project);
addGithubFiles(project);
pinActions(project);
new LeastPrivilegeRelease(project.github!.tryFindWorkflow('release')!);

project.tsconfigDev.addInclude('.projenrc.ts');
for (const directory of ['src/handlers/nodejs/**', 'scripts/**', 'docs/**', 'examples/**', 'projenrc/**']) {
  project.eslint!.allowDevDeps(directory);
}
for (const files of ['/.venv*/', '/.dynamodb-local/', '/.compatibility/', '/screenshots/', '__pycache__/']) {
  project.addGitIgnore(files);
}

project.synth();
