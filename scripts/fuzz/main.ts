import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HELP, Options, readOptions } from './options';
import { inSession, runCommand } from '../local/command';
import { Failure } from '../local/failure';
import { Journey } from '../local/journey';
import { startLocalService } from '../local/local-service';
import { Report } from '../local/report';
import { Session } from '../local/session';
import { signIn } from '../local/sign-in';
import { signUp } from '../local/sign-up';
import { ensurePythonEnvironment } from '../python-environment';

const ROUTE = '/user/profile';
const DESCRIPTION = join(__dirname, '..', '..', 'src', 'api', 'openapi.json');
const PACKAGES = { directory: '.venv-fuzz', requirements: 'scripts/fuzz/requirements.txt' };

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return;
  }
  await inSession(async (session) => {
    const report = new Report();
    const { journey } = await startLocalService(session, report, options);

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

/** Answers what Schemathesis says in the end. */
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
    // All of it, because each failure says how to repeat it.
    throw new Failure(await readFile(session.path(`${name}.log`), 'utf8'));
  }
  const log = await readFile(session.path(`${name}.log`), 'utf8');
  return /\d+ generated, .*/.exec(log)?.[0] ?? 'done';
}

void runCommand(main);
