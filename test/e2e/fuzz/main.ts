import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HELP, Options, readOptions } from './options';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Failure } from '../../../scripts/lib/command/failure';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { startLocalService } from '../../../scripts/lib/local-aws/local-service';
import { ADMINISTRATION_APP } from '../../../scripts/lib/local-aws/sample-app';
import { ensurePythonEnvironment } from '../../../scripts/lib/python-environment';
import { addToGroup } from '../../../scripts/lib/user/group';
import { Journey } from '../../../scripts/lib/user/journey';
import { signIn } from '../../../scripts/lib/user/sign-in';
import { signUp } from '../../../scripts/lib/user/sign-up';
import { ADMIN_GROUP } from '../../../scripts/local/administrator';
import { PROFILE_PATH } from '../../../src/api/paths';
import { describeApi } from '../../../src/open-api/description';

/** It would end the account of the token, and every later request would be a 410. The contract covers it. */
const EXCLUDED = 'deleteAccount';
const PACKAGES = { directory: '.venv-fuzz', requirements: ['test/e2e/fuzz/requirements.txt'] };

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return;
  }
  await inSession(async (session) => {
    const report = new Report();
    const { journey } = await startLocalService(session, report, options.runtime, ADMINISTRATION_APP);

    report.heading('Sign-up and sign-in');
    await signUp(journey);
    await addToGroup(journey, ADMIN_GROUP);
    const token = await signIn(journey);

    report.heading('Schemathesis');
    const { python } = await report.step(
      `Python environment in ${PACKAGES.directory}`,
      async (progress) => ensurePythonEnvironment(progress, session.signal, PACKAGES),
      ({ version }) => `Python ${version}`,
    );
    await report.step(
      `${options.examples} requests for each operation, from the seed ${options.seed}`,
      async () => fuzz(session, python, journey, token, options),
      (summary) => summary,
    );
  });
}

/** Runs Schemathesis. Returns its summary. */
async function fuzz(session: Session, python: string, { profileUrl }: Journey, token: string, options: Options): Promise<string> {
  const name = 'Schemathesis';
  const description = session.path('openapi.json');
  await writeFile(description, JSON.stringify(describeApi({ administrators: true, accountDeletion: true })));
  try {
    await session.run({
      name,
      file: python,
      args: [
        '-m', 'schemathesis.cli',
        '--config-file', join(__dirname, 'schemathesis.toml'),
        'run', description,
        '--url', profileUrl.slice(0, -PROFILE_PATH.length),
        '--exclude-operation-id', EXCLUDED,
        '--max-examples', String(options.examples),
        '--seed', String(options.seed),
        '--no-color',
      ],
      cwd: session.path('tmp'),
      env: { PROFILE_TOKEN: token, PYTHONUTF8: '1' },
    });
  } catch (error) {
    session.signal.throwIfAborted();
    // The whole log, because each failure includes how to reproduce it.
    throw new Failure(await readFile(session.path(`${name}.log`), 'utf8'));
  }
  const log = await readFile(session.path(`${name}.log`), 'utf8');
  return /\d+ generated, .*/.exec(log)?.[0] ?? 'done';
}

void runCommand(main);
