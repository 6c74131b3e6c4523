import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Language } from './language';
import { packageFile } from './packages';
import { NEWEST_CDK } from '../../../projenrc/versions';
import { ROOT } from '../../../scripts/lib/root';

const STACKS = 'test/support/stacks/stacks.ts';

export const TYPESCRIPT: Language = {
  name: 'TypeScript',
  directory: 'typescript',
  newestCdk: NEWEST_CDK.typescript,
  toolchain: ['node', '--version'],
  remedy: 'Install Node.js.',
  install: async (app, packages, { cdk, constructs }) => {
    const tarball = await packageFile(packages, 'js', '.tgz');
    await app.run('npm install', ['npm', 'install', '--no-audit', '--no-fund', tarball, `aws-cdk-lib@${cdk}`, `constructs@${constructs}`]);
    // The stacks of the tests, with the package in place of its sources.
    await mkdir(app.path('every-prop/src'));
    await app.write('every-prop/src/index.ts', "export * from 'cdk-cognito-profile-service';\n");
    await cp(join(ROOT, STACKS), app.path(`every-prop/${STACKS}`));
  },
  // The command in cdk.json checks the types.
  checks: { jest: ['npm', 'test'] },
  everyProp: 'npx tsx every-prop/app.ts',
  quickStart: async (commands, packages) => commands.replace(/(?<=npm install )cdk-cognito-profile-service/, await packageFile(packages, 'js', '.tgz')),
};
