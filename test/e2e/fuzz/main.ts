import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HELP, Options, readOptions } from './options';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Failure } from '../../../scripts/lib/command/failure';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { startLocalService } from '../../../scripts/lib/local-aws/local-service';
import { SAMPLE_APP } from '../../../scripts/lib/local-aws/sample-app';
import { ensurePythonEnvironment } from '../../../scripts/lib/python-environment';
import { Journey } from '../../../scripts/lib/user/journey';
import { signIn } from '../../../scripts/lib/user/sign-in';
import { signUp } from '../../../scripts/lib/user/sign-up';

const ROUTE = '/user/profile';
const DESCRIPTION = join(__dirname, '..', '..', '..', 'src', 'api', 'openapi.json');
const PACKAGES = { directory: '.venv-fuzz', requirements: ['test/e2e/fuzz/requirements.txt'] };

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return;
  }
  await inSession(async (session) => {
    const report = new Report();
    const { journey } = await startLocalService(session, report, options.runtime, SAMPLE_APP);

    report.heading('Sign-up and sign-in');
    await signUp(journey);
    const token = await signIn(journey);

    report.heading('Schemathesis');
    const { python } = await report.step(
      `Python environment in ${PACKAGES.directory}`,
      async (progress) => ensurePythonEnvironment(progress, session.signal, PACKAGES),
      ({ version }) => `Python ${version}`,
    );
    await report.step(
      `${options.examples} requests for each method, from the seed ${options.seed}`,
      async () => fuzz(session, python, journey, token, options),
      (summary) => summary,
    );
  });
}

/** Runs Schemathesis. Returns its summary. */
async function fuzz(session: Session, python: string, { profileUrl }: Journey, token: string, options: Options): Promise<string> {
  const name = 'Schemathesis';
  try {
    await session.run({
      name,
      file: python,
      args: [
        '-m', 'schemathesis.cli',
        '--config-file', join(__dirname, 'schemathesis.toml'),
        'run', DESCRIPTION,
        '--url', profileUrl.slice(0, -ROUTE.length),
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
