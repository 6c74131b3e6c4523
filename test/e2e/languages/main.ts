import { deepStrictEqual } from 'node:assert';
import { AppCopy, Templates } from './app-copy';
import { checkDotnet } from './dotnet';
import { GO } from './go';
import { JAVA } from './java';
import { Language, Versions } from './language';
import { buildPackage, Packages } from './packages';
import { PYTHON } from './python';
import { followQuickStart } from './quick-start/follow';
import { checkRequirements } from './requirements';
import { TYPESCRIPT } from './typescript';
import { LOWEST, NEWEST } from '../../../projenrc/versions';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Failure } from '../../../scripts/lib/command/failure';
import { readArguments } from '../../../scripts/lib/command/options';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { Checks } from '../checks';

const OTHERS = [PYTHON, JAVA, GO];
/** All versions of the CDK that a language is checked with, in ascending order. */
const CDK_VERSIONS = [...new Set([LOWEST, ...[...OTHERS, TYPESCRIPT].map(({ newestCdk }) => ({ cdk: newestCdk }))].map(({ cdk }) => cdk))]
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

const HELP = `Usage: npm run languages

Builds the package for each language, and follows the quick starts of README. Installs the package into the examples with
the lowest and the newest CDK, and runs their tests. Synthesizes the examples and stacks with every prop, and compares the
templates with those of TypeScript.

Requires Python 3.10 or newer, a JDK 17 or newer with Maven, and Go 1.26 or newer.

Options:
  --help   print this help

Environment:
  PYTHON   the Python interpreter to use (default: python3)
`;

async function main(): Promise<void> {
  const { help } = readArguments(process.argv.slice(2), { help: { type: 'boolean', short: 'h', default: false } });
  if (help) {
    console.log(HELP);
    return;
  }
  await inSession(async (session) => {
    const report = new Report();
    const checks = new Checks(report, session.signal);
    const packages = { directory: session.path('packages'), mavenRepository: session.path('maven-repository') };

    report.heading('The packages');
    for (const target of ['js', 'dotnet', ...OTHERS.map(({ directory }) => directory)]) {
      await checks.check(`jsii-pacmak --target ${target}`, async () => buildPackage(session, packages, target), () => 'done');
    }
    await checkDotnet(checks, packages);
    await checkRequirements(checks, packages);
    await checkQuickStarts(session, report, checks, packages);

    for (const cdk of CDK_VERSIONS) {
      const versions = { cdk, constructs: cdk === LOWEST.cdk ? LOWEST.constructs : NEWEST.constructs };
      const expected = await checkApp(session, report, checks, packages, TYPESCRIPT, versions);
      for (const language of OTHERS.filter(({ newestCdk }) => [LOWEST.cdk, newestCdk].includes(cdk))) {
        const actual = await checkApp(session, report, checks, packages, language, versions);
        await checkTemplates(checks, actual, expected);
      }
    }
    checks.conclude();
  });
}

/** Follows README's quick starts, and compares their templates. */
async function checkQuickStarts(session: Session, report: Report, checks: Checks, packages: Packages): Promise<void> {
  report.heading("README's quick start");
  let expected: Record<string, any> | undefined;
  for (const language of [TYPESCRIPT, ...OTHERS].filter(({ quickStart }) => quickStart)) {
    await checks.check(`${language.name}: the template${expected ? ' equals that of TypeScript' : ''}`, async () => {
      const template = await followQuickStart(session, language, packages);
      deepStrictEqual(template, expected ?? template);
      expected ??= template;
      return Object.keys(template.Resources).length;
    }, (count) => `${count} resources`);
  }
}

/** Installs, checks and synthesizes the apps of a language. Returns the templates, or `undefined` if a step fails. */
async function checkApp(
  session: Session,
  report: Report,
  checks: Checks,
  packages: Packages,
  language: Language,
  versions: Versions,
): Promise<Templates | undefined> {
  report.heading(`${language.name}, aws-cdk-lib ${versions.cdk}, constructs ${versions.constructs}`);
  return checks.attempt(`${language.name}, aws-cdk-lib ${versions.cdk}`, async () => {
    const app = await AppCopy.create(session, language, versions);
    await report.step('The package is installed', async () => language.install(app, packages, versions), () => 'done');
    for (const [title, command] of Object.entries(language.checks)) {
      await report.step(title, async () => app.run(title, command), () => 'passed');
    }
    const example = await report.step('cdk synth, the example', async () => app.synthesize('example'), countOf);
    const everyProp = await report.step('cdk synth, every prop', async () => app.synthesize('every prop', language.everyProp), countOf);
    report.note((await app.run('toolchain', language.toolchain)).trim());
    return { ...example, ...everyProp };
  });
}

/** Compares the templates of a language with those of TypeScript, if both were synthesized. */
async function checkTemplates(checks: Checks, actual?: Templates, expected?: Templates): Promise<void> {
  if (!actual || !expected) {
    return;
  }
  await checks.check('The stacks are those of TypeScript', async () => deepStrictEqual(Object.keys(actual).sort(), Object.keys(expected).sort()), () => 'yes');
  for (const [file, template] of Object.entries(expected)) {
    await checks.check(`${file} equals that of TypeScript`, async () => deepStrictEqual(actual[file], template), () => 'equal, with asset hashes');
  }
}

function countOf(templates: Templates): string {
  const count = Object.keys(templates).length;
  if (count === 0) {
    throw new Failure('The app has no stack.');
  }
  return `${count} ${count === 1 ? 'template' : 'templates'}`;
}

void runCommand(main);
