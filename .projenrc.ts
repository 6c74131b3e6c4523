import { awscdk, javascript } from 'projen';

/** The lowest versions that everything passes on; development and `lib` use them, and the tests run on the newest as well. */
const LOWEST = { cdk: '2.224.0', constructs: '10.5.0' };
const NEWEST = { cdk: '2.276.0' };

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-cognito-profile-service',
  description: 'An AWS CDK construct for a complete user profile service: Cognito sign-in, HTTP API, Lambda, DynamoDB.',
  keywords: ['aws', 'cdk', 'cognito', 'user-profile', 'http-api', 'dynamodb', 'lambda', 'jwt'],
  authorOrganization: true,
  author: 'The cdk-cognito-profile-service authors',
  authorAddress: 'https://github.com/cdk-cognito-profile-service',
  repositoryUrl: 'https://github.com/cdk-cognito-profile-service/cdk-cognito-profile-service.git',
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.16.0',
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.3',
  projenVersion: '0.103.25',
  projenrcTs: true,
  // Without source maps, which would be a third of the package: what is compiled has the files, classes and functions of `src`, so that
  // stack traces tell as much.
  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  tsconfigDevFile: 'tsconfig.dev.json',
  // The handlers run on newer runtimes than the library, and are type-checked by this configuration only.
  tsconfigDev: { compilerOptions: { lib: ['es2024'] } },
  // The configuration that has everything; the project service would take the next tsconfig.json, which has src only.
  eslintOptions: { dirs: ['src', 'scripts', 'docs', 'examples', 'bench'], devdirs: ['test'], projectService: false, tsconfigPath: './tsconfig.dev.json' },
  sampleCode: false,
  // The workflows of a hosting service are not part of the library; `.ci/run` is what any of them would call.
  github: false,
  depsUpgrade: false,
  // Later majors need Node.js 22.
  bumpPackage: 'commit-and-tag-version@^12',

  bin: { 'cdk-cognito-profile-service': 'lib/cli/main.js' },
  cdkVersion: LOWEST.cdk,
  constructsVersion: LOWEST.constructs,
  devDeps: [
    `aws-cdk-lib-newest@npm:aws-cdk-lib@${NEWEST.cdk}`,
    'aws-cdk@2.1148.1',
    '@aws-cdk/cloudformation-diff@2.187.5',
    '@aws-cdk/integ-runner@2.197.10',
    '@aws-cdk/integ-tests-alpha@2.214.0-alpha.0',
    '@aws-sdk/client-cloudformation@3.1164.0',
    '@aws-sdk/client-cloudwatch-logs@3.1164.0',
    '@aws-sdk/client-cognito-identity-provider@3.1164.0',
    '@aws-sdk/client-dynamodb@3.1164.0',
    '@aws-sdk/client-lambda@3.1164.0',
    '@aws-sdk/credential-provider-env@3.972.84',
    '@aws-sdk/lib-dynamodb@3.1162.0',
    // The last version for Node.js 20.
    '@hey-api/openapi-ts@0.95.0',
    '@smithy/types@4.20.0',
    '@seriousme/openapi-schema-validator@2.11.0',
    'ajv@8.20.0',
    'ajv-formats@3.0.1',
    'axe-core@4.14.1',
    'cdk-nag@3.0.2',
    // The last major version for Node.js 20.16.
    'chokidar@4.0.3',
    'dynalite@4.0.0',
    // The last major version for Node.js 20.16.
    'entities@6.0.1',
    'expect@30.5.2',
    'fast-check@4.10.2',
    'fflate@0.8.3',
    'openapi-fetch@0.17.0',
    'openapi-typescript@7.13.0',
    'openid-client@6.9.0',
    'playwright-core@1.65.1',
    'sirv@3.0.2',
    'tsx@4.23.15',
    'ultrahtml@1.7.0',
    'yaml@2.9.1',
  ],

  publishToPypi: { distName: 'cdk-cognito-profile-service', module: 'cdk_cognito_profile_service' },
  publishToMaven: {
    mavenGroupId: 'io.github.cdk-cognito-profile-service',
    mavenArtifactId: 'cdk-cognito-profile-service',
    javaPackage: 'io.github.cdkcognitoprofileservice',
  },
  publishToNuget: { packageId: 'CdkCognitoProfileService', dotNetNamespace: 'CdkCognitoProfileService' },
  publishToGo: { moduleName: 'github.com/cdk-cognito-profile-service/cdk-cognito-profile-service-go' },

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

// --- Handlers: bundled here, so that an app's synth needs neither esbuild nor Docker nor Python.
const bundleNodejs = project.bundler.addBundle('src/handlers/nodejs/profile.ts', {
  // The runtimes have newer versions, but `npm run local` runs the functions on the Node.js of this machine.
  target: 'node20',
  platform: 'node',
  outfile: '../profile.cjs',
  // Not an ES module; see src/handlers/nodejs/profile.mjs.
  format: 'cjs',
  minify: true,
  // Without it esbuild takes the SDK's CommonJS, of which it can leave nothing out.
  mainFields: ['module', 'main'],
  // The SDK loads these when it needs them, which it never does here: Lambda hands a function its credentials in the environment, and
  // DynamoDB has no operation that streams events.
  externals: [
    ...['sso', 'ini', 'process', 'web-identity', 'login', 'http'].map((name) => `@aws-sdk/credential-provider-${name}`),
    '@smithy/credential-provider-imds',
    '@smithy/core/event-streams',
  ],
  esbuildArgs: { '--alias:mnemonist/lru-cache': './src/handlers/nodejs/lru-cache.ts' },
  watchTask: false,
});
bundleNodejs.bundleTask.exec('cp src/handlers/nodejs/profile.mjs assets/handlers/nodejs/');
const bundlePython = project.addTask('bundle:handlers/python', {
  description: 'Copy the Python handlers into the assets',
  exec: 'tsx scripts/bundle-python.ts',
});
project.bundler.bundleTask.spawn(bundlePython);
const bundleOpenApi = project.addTask('bundle:openapi', {
  description: 'Copy the description of the API into the assets',
  exec: 'tsx scripts/bundle-openapi.ts',
});
project.bundler.bundleTask.spawn(bundleOpenApi);

// --- examples/web: the page, built by the same commands that its README tells people who copy it.
const SITE = 'examples/web/site';
const WEB_TYPES = `${SITE}/profile-api.d.ts`;
const bundleWeb = project.addTask('bundle:web', {
  description: 'Generate the types of the example page from its schema, and bundle the page',
  steps: [
    {
      exec: 'tsx src/cli/main.ts openapi --schema examples/web/profile-schema.json'
        + ` | openapi-typescript --read-write-markers --output ${WEB_TYPES}`,
    },
    {
      exec: `esbuild ${['main.ts', 'style.css', 'index.html'].map((file) => `${SITE}/${file}`).join(' ')} --outdir=examples/web/dist`
        + ' --bundle --minify --format=esm --target=es2022 --loader:.html=copy',
    },
  ],
});
project.bundler.bundleTask.spawn(bundleWeb);
// With the page, so after it.
const bundleLocal = project.addTask('bundle:local', {
  description: 'Bundle the command that runs an app on a local AWS, and its pages, into the assets',
  exec: 'tsx scripts/bundle-local.ts',
});
project.bundler.bundleTask.spawn(bundleLocal);

// --- npm test: everything, from a fresh clone.
const typecheck = project.addTask('typecheck', {
  description: 'Type-check everything, the handlers included',
  exec: 'tsc --noEmit --project tsconfig.dev.json',
});
const lintPython = project.addTask('lint:python', {
  description: 'Lint and type-check the Python handlers',
  exec: 'tsx scripts/lint-python.ts',
});
const integSnapshot = project.addTask('integ:snapshot', {
  description: 'Check the snapshots of the integ tests; needs no AWS account',
  env: { CDK_VALIDATION: 'false' },
  exec: 'integ-runner --directory test --language typescript --app "tsx {filePath}"',
});
project.addTask('integ:update', {
  description: 'Write the snapshots of the integ tests anew, without deploying them',
  env: { CDK_VALIDATION: 'false' },
  exec: 'integ-runner --directory test --language typescript --app "tsx {filePath}" --dry-run --update-on-failed',
});
project.addTask('integ:deploy', {
  description: 'Deploy the integ tests to AWS, check them there, and remove them again',
  exec: 'integ-runner --directory test --language typescript --app "tsx {filePath}" --update-on-failed --force',
});
project.testTask.reset();
project.testTask.spawn(project.bundler.bundleTask);
const checks = [typecheck, project.eslint!.eslintTask, lintPython, integSnapshot];
project.testTask.exec(`tsx scripts/in-parallel.ts ${checks.map(({ name }) => name).join(' ')}`);
project.testTask.exec('jest --ci', { receiveArgs: true });
project.testTask.exec('jest --config test/newest-cdk/jest.config.js --ci');

const examples = project.addTask('check:examples', {
  description: 'Compile every TypeScript example of README.md and of doc comments, once `compile` has written the assembly',
  exec: 'jsii-rosetta extract --strict .',
});
project.postCompileTask.spawn(examples);

project.addTask('general-categories', {
  description: 'Write the general categories of Unicode into the library anew, from the Node.js that runs it',
  exec: 'tsx scripts/general-categories.ts',
});
project.addTask('test:dynamodb-local', {
  description: 'Run the tests of the handlers against DynamoDB Local; needs a JDK and Maven',
  receiveArgs: true,
  steps: [{ spawn: 'bundle' }, { exec: 'tsx test/e2e/dynamodb-local/main.ts', receiveArgs: true }],
});
project.addTask('test:faults', {
  description: 'Run every fault at every call of every method; takes half an hour',
  env: { FAULTS: 'all' },
  steps: [{ spawn: 'bundle' }, { exec: 'jest test/handlers/faults.test.ts test/handlers/fault-matrix.test.ts test/handlers/freeze.test.ts' }],
});
project.addTask('test:cost', {
  description: 'Measure what the costliest profiles, schemas and patterns take; takes minutes',
  env: { COST: 'all', COST_RUNS: '40' },
  steps: [{ spawn: 'bundle' }, { exec: 'jest test/handlers/cost.test.ts test/handlers/schema-cost.test.ts' }],
});
project.addTask('verify:package', {
  description: 'Use the packed package in an empty app',
  exec: 'tsx scripts/verify-package.ts',
});

// Scripts of npm's own, because a task would not pass on the signal that ends it, and leave the local AWS running.
const COMMANDS = {
  'local': 'scripts/local',
  'contract:http': 'test/e2e/contract-over-http',
  'deploy:every-prop': 'test/e2e/every-prop',
  'integ:local': 'test/e2e/integ',
  'fuzz': 'test/e2e/fuzz',
  'clients': 'test/e2e/clients',
  'browser': 'test/e2e/browser',
};
for (const [script, directory] of Object.entries(COMMANDS)) {
  project.package.setScript(`pre${script}`, 'projen bundle');
  project.package.setScript(script, `exec node --import tsx ${directory}/main.ts`);
}

project.tsconfigDev.addInclude('.projenrc.ts');
// These programs import clients that `npm run clients` generates, and it compiles them.
const CLIENT_PROGRAMS = 'test/e2e/clients/programs';
project.tsconfigDev.addExclude(CLIENT_PROGRAMS);
project.eslint!.addIgnorePattern(CLIENT_PROGRAMS);
// Pages run in a browser, and have configurations of their own.
const BROWSER_CODE = [SITE, 'scripts/local/pages'];
for (const directory of BROWSER_CODE) {
  project.tsconfigDev.addExclude(directory);
  typecheck.exec(`tsc --noEmit --project ${directory}/tsconfig.json`);
  project.eslint!.addOverride({
    files: [`${directory}/**/*.ts`],
    parserOptions: { project: `./${directory}/tsconfig.json` },
    rules: {},
  } as any);
}
project.eslint!.allowDevDeps('examples/**');
// The benchmarks compare with packages that only they need, and that are installed and type-checked when they run.
const BENCH = 'bench';
project.package.setScript('prebench', `npm ci --prefix ${BENCH} && tsc --project ${BENCH} && projen bundle && projen compile`);
project.package.setScript('bench', `exec node --import tsx ${BENCH}/main.ts`);
project.tsconfigDev.addExclude(BENCH);
project.eslint!.addOverride({
  files: [`${BENCH}/**/*.ts`],
  parserOptions: { project: `./${BENCH}/tsconfig.json` },
  rules: { 'import/no-unresolved': 'off', 'import/no-extraneous-dependencies': 'off' },
} as any);
// An import that is measured stands where it is measured.
project.eslint!.addOverride({ files: [`${BENCH}/construct/*.ts`], rules: { '@typescript-eslint/no-require-imports': 'off' } });
project.addPackageIgnore(`/${BENCH}/`);
project.annotateGenerated(`/${WEB_TYPES}`);
project.addGitIgnore('/examples/web/dist/');
project.eslint!.allowDevDeps('src/handlers/nodejs/**');
project.eslint!.allowDevDeps('scripts/**');
project.eslint!.allowDevDeps('docs/**');
project.addGitIgnore('/.venv*/');
project.addGitIgnore('/.dynamodb-local/');
project.addGitIgnore('/screenshots/');
project.addGitIgnore('__pycache__/');
// The examples in other languages, from where the packages of these take them.
project.addGitIgnore('/.jsii.tabl.json');
// Of the integ tests' snapshots the templates are compared; what is deployed with them is built from the sources.
project.addGitIgnore('/test/*.snapshot/asset.*');
project.addGitIgnore('/test/*.snapshot/tree.json');
project.addGitIgnore('/test/cdk-integ.out.*');
project.addPackageIgnore('/CONTRIBUTING.md');
project.addPackageIgnore('/docs/');
project.addPackageIgnore('/examples/');
project.addPackageIgnore('/rosetta/');
project.addPackageIgnore('/.jsii.tabl.json');
project.addPackageIgnore('/scripts/');
project.addPackageIgnore('/pyproject.toml');
project.addPackageIgnore('/.ci/');
project.addPackageIgnore('/.venv*/');
project.addPackageIgnore('/.dynamodb-local/');
project.addPackageIgnore('/screenshots/');
project.addPackageIgnore('__pycache__/');

project.synth();
