import { join } from 'node:path';
import { administrator } from './administrator';
import { checkErrors, checkResults } from './check-client';
import { CLIENTS_APP } from './clients-app';
import { CompileError, mypyErrors, typeScriptErrors } from './compile-errors';
import { DESCRIBED_PARTS, Generator, HEY_API, OPENAPI_FETCH, PYTHON } from './generators';
import { readMistakes } from './mistakes';
import { Workspace } from './workspace';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { readRuntimeOrHelp } from '../../../scripts/lib/command/options';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { startLocalService } from '../../../scripts/lib/local-aws/local-service';
import { ensurePythonEnvironment } from '../../../scripts/lib/python-environment';
import { Journey } from '../../../scripts/lib/user/journey';
import { Checks } from '../checks';
import { CommandLine, runForOutput } from '../run-for-output';

const ROOT = join(__dirname, '..', '..', '..');
const PACKAGES = { directory: '.venv-clients', requirements: ['test/e2e/clients/requirements.txt'] };

const HELP = `Usage: npm run clients -- [options]

Deploys a service with a profile schema, administrators and account deletion to a local AWS, and generates three clients from its
OpenAPI description. Checks the types of programs that use the clients, and runs them. Requires Python 3.11 or newer.

Options:
  --runtime <name>   the handlers to deploy: nodejs or python (default: nodejs)
  --help             print this help
`;

/** A client, with its language's way to compile and to run a program. */
interface Client {
  readonly generator: Generator;
  /** The command that generates it, and the directory of other commands that this one needs. */
  readonly generate: CommandLine;
  readonly programs: string;
  /** The file extension of its programs. */
  readonly extension: string;
  readonly compile: (workspace: Workspace) => Promise<CompileError[]>;
  readonly run: CommandLine;
}

async function main(): Promise<void> {
  const options = readRuntimeOrHelp(process.argv.slice(2), HELP);
  if (!options) {
    return;
  }
  await inSession(async (session) => {
    const report = new Report();
    const { journey } = await startLocalService(session, report, options.runtime, CLIENTS_APP);

    report.heading('The description and the generators');
    const { python } = await report.step(
      `Python environment in ${PACKAGES.directory}`,
      async (progress) => ensurePythonEnvironment(progress, session.signal, PACKAGES),
      ({ version }) => `Python ${version}`,
    );
    const description = await report.step('npx cdk-cognito-profile-service openapi', async () => describe(session, journey), () => 'done');

    const checks = new Checks(report, session.signal);
    for (const client of clients(python, session.signal)) {
      report.heading(client.generator.name);
      await checks.attempt(client.generator.name, async () => checkClient(session, checks, client, description, journey));
    }
    checks.conclude();
  });
}

async function describe(session: Session, { profileUrl }: Journey): Promise<string> {
  const cli = ['--import', 'tsx', join('src', 'cli', 'main.ts')];
  const options = ['--schema', join(__dirname, 'profile-schema.json'), '--url', profileUrl, ...DESCRIBED_PARTS.split(' ')];
  return runForOutput(session, { name: 'openapi', file: process.execPath, args: [...cli, 'openapi', ...options], cwd: ROOT });
}

function clients(python: string, signal: AbortSignal): Client[] {
  const bin = join(ROOT, 'node_modules', '.bin');
  const typeScript: Pick<Client, 'programs' | 'extension' | 'compile' | 'run'> = {
    programs: bin,
    extension: 'ts',
    compile: async (workspace) => typeScriptErrors(workspace),
    run: [process.execPath, '--import', 'tsx', 'check.ts'],
  };
  return [
    { ...typeScript, generator: OPENAPI_FETCH, generate: [join(bin, 'openapi-typescript')] },
    { ...typeScript, generator: HEY_API, generate: [join(bin, 'openapi-ts')] },
    {
      generator: PYTHON,
      generate: [python, '-m', 'openapi_python_client'],
      programs: join(python, '..'),
      extension: 'py',
      compile: async (workspace) => mypyErrors(workspace, python, signal),
      run: [python, 'check.py'],
    },
  ];
}

async function checkClient(
  session: Session,
  checks: Checks,
  { generator, generate, programs, extension, compile, run }: Client,
  description: string,
  journey: Journey,
): Promise<void> {
  const workspace = await Workspace.create(session, generator, description);
  const size = await checks.check(`${generator.package} generates the client`, async () => workspace.generate(generate, programs), (text) => text);
  if (!size) {
    return;
  }

  const mistakes = await readMistakes(workspace.path(`mistakes.${extension}`), `mistakes.${extension}`);
  await checkErrors(checks, mistakes, async () => compile(workspace));

  const apiUrl = journey.profileUrl.replace(/\/user\/profile$/, '');
  // A user for each client, because its program deletes the account.
  const token = await administrator(journey, generator.name);
  const results = await checks.check('The program runs', async () => workspace.runProgram(run, apiUrl, token), () => 'done');
  if (results) {
    await checkResults(checks, results);
  }
}

void runCommand(main);
