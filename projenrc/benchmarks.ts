import { awscdk } from 'projen';

const BENCH = 'bench';

/** The benchmarks compare with packages that only they need, and that are installed and type-checked when they run. */
export function addBenchmarks(project: awscdk.AwsCdkConstructLibrary): void {
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
}
