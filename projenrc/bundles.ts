import { awscdk, Task } from 'projen';

/** Where esbuild records what is in each bundle; `scripts/bundle-local.ts` writes the last two. */
const METAFILES = { web: '.metafiles/web.json', local: '.metafiles/local.json', pages: '.metafiles/pages.json' };

/** What `npx projen bundle` makes: everything in `assets`, and the example page. */
export function addBundles(project: awscdk.AwsCdkConstructLibrary): void {
  addNodejsHandlers(project);
  addBundle(project, 'handlers/python', 'Copy the Python handlers into the assets', 'tsx scripts/bundle-python.ts');
  addBundle(project, 'openapi', 'Copy the description of the API into the assets', 'tsx scripts/bundle-openapi.ts');
  addExamplePage(project);
  // With the example page, so after it.
  addBundle(project, 'local', 'Bundle the command that runs an app on a local AWS, and its pages, into the assets', 'tsx scripts/bundle-local.ts');
  // From what the bundles contain, so last.
  const metafiles = [...NODEJS_HANDLERS.map(metafileOf), ...Object.values(METAFILES)].join(' ');
  addBundle(project, 'licenses', 'Write the licenses of the bundled packages into the assets', `tsx scripts/third-party-licenses.ts assets/THIRD-PARTY-LICENSES ${metafiles}`);
  project.addGitIgnore('/.metafiles/');
}

function addBundle(project: awscdk.AwsCdkConstructLibrary, name: string, description: string, ...commands: string[]): void {
  const steps = commands.map((exec) => ({ exec }));
  project.bundler.bundleTask.spawn(project.addTask(`bundle:${name}`, { description, steps }));
}

/** The modules of the Node.js handlers that functions load. */
const NODEJS_HANDLERS = ['profile', 'profiles', 'account', 'accounts', 'changes'];

/** The handlers are bundled here, so that an app's synth needs neither esbuild nor Docker nor Python. Each loads only its own code. */
function addNodejsHandlers(project: awscdk.AwsCdkConstructLibrary): void {
  const all = project.addTask('bundle:handlers/nodejs', { description: 'Bundle the Node.js handlers into the assets' });
  NODEJS_HANDLERS.forEach((name) => all.spawn(addNodejsHandler(project, name)));
}

function addNodejsHandler(project: awscdk.AwsCdkConstructLibrary, name: string): Task {
  const { bundleTask } = project.bundler.addBundle(`src/handlers/nodejs/${name}.ts`, {
    // The runtimes have newer versions, but `npm run local` runs the functions on the Node.js of this machine.
    target: 'node20',
    platform: 'node',
    outfile: `../${name}.cjs`,
    // Not an ES module; see src/handlers/nodejs/profile.mjs.
    format: 'cjs',
    minify: true,
    // Without it esbuild takes the SDK's CommonJS, of which it can leave nothing out.
    mainFields: ['module', 'main'],
    // The SDK loads these when it needs them, which it never does here: Lambda hands a function its credentials in the environment, and
    // none of the services has an operation that streams events.
    externals: [
      ...['sso', 'ini', 'process', 'web-identity', 'login', 'http'].map((provider) => `@aws-sdk/credential-provider-${provider}`),
      '@smithy/credential-provider-imds',
      '@smithy/core/event-streams',
    ],
    esbuildArgs: { '--alias:mnemonist/lru-cache': './src/handlers/nodejs/lru-cache.ts', '--metafile': metafileOf(name) },
    watchTask: false,
  });
  bundleTask.exec(`cp src/handlers/nodejs/${name}.mjs assets/handlers/nodejs/`);
  return bundleTask;
}

function metafileOf(name: string): string {
  return `.metafiles/${name}.json`;
}

/** The page of examples/web, built by the same commands that its README tells people who copy it, with a record for the licenses. */
function addExamplePage(project: awscdk.AwsCdkConstructLibrary): void {
  const site = 'examples/web/site';
  const types = `${site}/profile-api.d.ts`;
  const sources = ['main.ts', 'style.css', 'index.html'].map((file) => `${site}/${file}`);
  addBundle(
    project,
    'web',
    'Generate the types of the example page from its schema, and bundle the page',
    `tsx src/cli/main.ts openapi --schema examples/web/profile-schema.json | openapi-typescript --read-write-markers --output ${types}`,
    `esbuild ${sources.join(' ')} --outdir=examples/web/dist --bundle --minify --format=esm --target=es2022 --loader:.html=copy --metafile=${METAFILES.web}`,
  );
  project.annotateGenerated(`/${types}`);
  project.addGitIgnore('/examples/web/dist/');
}
