import { awscdk } from 'projen';

/** Pages run in a browser, and have configurations of their own. */
const BROWSER_CODE = ['examples/web/site', 'scripts/local/pages'];
/** These programs import clients that `npm run clients` generates or the package that `npm run languages` installs, which compile them. */
const PROGRAMS = ['test/e2e/clients/programs', 'test/e2e/languages/programs'];

/** Functions in JavaScript, which people copy. */
const RECIPES = 'examples/recipes';

/** Type-checks and lints code that the configuration of everything else does not fit. */
export function addOtherTypeScript(project: awscdk.AwsCdkConstructLibrary): void {
  for (const directory of PROGRAMS) {
    project.tsconfigDev.addExclude(directory);
    project.eslint!.addIgnorePattern(directory);
  }
  for (const directory of BROWSER_CODE) {
    project.tsconfigDev.addExclude(directory);
    project.tasks.tryFind('typecheck')!.exec(`tsc --noEmit --project ${directory}/tsconfig.json`);
    project.eslint!.addOverride({
      files: [`${directory}/**/*.ts`],
      parserOptions: { project: `./${directory}/tsconfig.json` },
      rules: {},
    } as any);
  }
  project.tasks.tryFind('typecheck')!.exec(`tsc --noEmit --project ${RECIPES}/tsconfig.json`);
}
