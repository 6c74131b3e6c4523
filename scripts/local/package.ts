import { homedir } from 'node:os';
import { join } from 'node:path';
import { Installation } from './installation';
import { runLocal } from './local';
import { runCommand } from '../lib/command/command';

/** `npx cdk-cognito-profile-service local`, in a project that installed the package. */
const PACKAGE: Installation = {
  command: 'npx cdk-cognito-profile-service local',
  packages: {
    // Outside the project, so that all projects share it, and package managers do not remove it.
    // https://specifications.freedesktop.org/basedir-spec/latest/
    directory: join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk-cognito-profile-service', 'python'),
    requirements: ['assets/local/requirements.txt'],
  },
};

export async function run(args: string[]): Promise<void> {
  await runCommand(async () => runLocal(PACKAGE, args));
}
