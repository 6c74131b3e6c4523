import { awscdk } from 'projen';

/** Pages run in a browser, and have configurations of their own. */
const BROWSER_CODE = ['examples/web/site', 'scripts/local/pages'];
/** These programs import clients that `npm run clients` generates, and it compiles them. */
const CLIENT_PROGRAMS = 'test/e2e/clients/programs';

/** Type-checks and lints code that the configuration of everything else does not fit. */
export function addOtherTypeScript(project: awscdk.AwsCdkConstructLibrary): void {
  project.tsconfigDev.addExclude(CLIENT_PROGRAMS);
  project.eslint!.addIgnorePattern(CLIENT_PROGRAMS);
  for (const directory of BROWSER_CODE) {
    project.tsconfigDev.addExclude(directory);
    project.tasks.tryFind('typecheck')!.exec(`tsc --noEmit --project ${directory}/tsconfig.json`);
    project.eslint!.addOverride({
      files: [`${directory}/**/*.ts`],
      parserOptions: { project: `./${directory}/tsconfig.json` },
      rules: {},
    } as any);
  }
}
