import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Session } from '../../../../scripts/lib/command/session';
import { USER } from '../../../../scripts/lib/user/journey';
import { LocalCommand } from '../local-command';
import { Run } from '../run';
import { expectEqual } from '../tab';
import { Visit } from '../visit';

const APP = `
import { App, Stack } from 'aws-cdk-lib';
import { CognitoProfileService } from 'cdk-cognito-profile-service';

const stack = new Stack(new App(), 'Profiles');
new CognitoProfileService(stack, 'Profiles', {
  domainSuffix: 'acme',
  profileSchema: { type: 'object', properties: { name: { type: 'string', title: 'Full name' } }, required: ['name'] },
});
`;
const DEPENDENCIES = ['aws-cdk-lib@^2', 'constructs@^10', 'aws-cdk@^2', 'tsx@^4'];

/** Runs the command of the packed package in a new project that installed it, on an app of that project. */
export async function installedPackage(run: Run, tarball: string): Promise<void> {
  const { session, report } = run;
  const project = session.path('project');
  const title = 'npx cdk-cognito-profile-service local';
  await run.checks.attempt(title, async () => {
    report.heading('A new project');
    await report.step('Install the package', async () => createProject(session, project, resolve(tarball)), () => 'done');
    await run.withLocal(title, async () => LocalCommand.run(session, {
      file: 'npx',
      args: ['--no-install', 'cdk-cognito-profile-service', 'local', '--app', 'npx tsx bin/app.ts'],
      cwd: project,
      // Nothing of an earlier run: the command installs what it needs.
      env: { ...process.env, XDG_CACHE_HOME: session.path('cache') },
    }), async (local) => run.visit(`${title}: the page`, local, 'desktop', USER, saveName));
  });
}

async function createProject(session: Session, project: string, tarball: string): Promise<void> {
  await mkdir(join(project, 'bin'), { recursive: true });
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'profiles-app', private: true }));
  await writeFile(join(project, 'bin', 'app.ts'), APP);
  await session.run({
    name: 'npm install',
    file: 'npm',
    args: ['install', '--no-audit', '--no-fund', '--loglevel=error', tarball, ...DEPENDENCIES],
    cwd: project,
    env: process.env,
  });
}

async function saveName(visit: Visit): Promise<void> {
  const { tab, user } = visit;
  await visit.step('Sign in, save a profile, and load the page again', async () => {
    await tab.openAs(user);
    await tab.field('Full name').fill('Ada Lovelace');
    expectEqual('the status of the response', await tab.save(), 200);
    await tab.expectStatus('Saved.');
    await tab.page.reload();
    await tab.expectFields({ 'Full name': 'Ada Lovelace' });
  });
}
