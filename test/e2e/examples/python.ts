import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../../scripts/lib/command/failure';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { Example } from '../../../scripts/lib/documentation/examples';
import { RECIPES } from '../../../scripts/lib/documentation/recipes';
import { Translations } from '../../../scripts/lib/documentation/translations';
import { ensurePythonEnvironment } from '../../../scripts/lib/python-environment';
import { ROOT } from '../../../scripts/lib/root';
import { Checks } from '../checks';

const PACKAGES = { directory: '.venv-examples', requirements: ['test/e2e/examples/requirements.txt'] };

interface Synthesis {
  readonly types?: string[];
  readonly error?: string;
}

/** Runs each example as an app in Python, with the package that jsii-pacmak makes for Python. */
export async function checkPython(session: Session, report: Report, checks: Checks, translations: Map<Example, Translations>): Promise<void> {
  const python = await installPackage(session, report);
  const programs = [...translations].map(([{ fixture }, translated]) => [fixtureOf(fixture), translated.python].join('\n'));
  const syntheses = await report.step('The examples run in Python', async () => synthesize(session, python, programs), () => 'done');
  for (const [index, { document, heading }] of [...translations.keys()].entries()) {
    await checks.check(`${document}, ${heading}`, async () => readTypes(syntheses[index]), (types) => `${types.length} types of resources`);
  }
}

/** Returns the interpreter that has the package. */
async function installPackage(session: Session, report: Report): Promise<string> {
  const { python } = await report.step(
    `Python environment in ${PACKAGES.directory}`,
    async (progress) => ensurePythonEnvironment(progress, session.signal, PACKAGES),
    ({ version }) => `Python ${version}`,
  );
  const sources = session.path('package');
  const pacmak = join(ROOT, 'node_modules', '.bin', 'jsii-pacmak');
  await report.step('jsii-pacmak makes the package for Python', async () => session.run(
    { name: 'jsii-pacmak', file: pacmak, args: ['--target', 'python', '--code-only', '--outdir', sources], cwd: ROOT },
  ), () => 'done');
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--force-reinstall', join(sources, 'python')];
  await report.step('pip builds and installs it', async () => session.run({ name: 'pip', file: python, args: pip }), () => 'done');
  return python;
}

/** What surrounds the examples, as the files in `rosetta/` do it for TypeScript. */
function fixtureOf(fixture: string | undefined): string {
  return fixture === undefined ? '' : readFileSync(join(__dirname, 'fixtures', `${fixture}.py`), 'utf-8');
}

async function synthesize(session: Session, python: string, programs: string[]): Promise<Synthesis[]> {
  const [input, output] = [session.path('programs.json'), session.path('syntheses.json')];
  await writeFile(input, JSON.stringify(programs));
  await session.run({ name: 'synthesize.py', file: python, args: [join(__dirname, 'synthesize.py'), input, output], cwd: RECIPES });
  return JSON.parse(await readFile(output, 'utf-8'));
}

function readTypes({ types = [], error }: Synthesis): string[] {
  if (error) {
    throw new Failure(error);
  }
  if (!types.includes('AWS::ApiGatewayV2::Api')) {
    throw new Failure(`The app has no service, only ${types.join(', ') || 'nothing'}.`);
  }
  return types;
}
