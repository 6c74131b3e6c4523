import { execFile } from 'child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { Template } from 'aws-cdk-lib/assertions';
import { ensurePythonEnvironment } from '../../../scripts/lib/python-environment';

/** An environment of its own, so that what does not lint need not wait for it. */
const PACKAGES = { directory: '.venv-cfn-lint', requirements: ['scripts/cfn-lint-requirements.txt'] };

/** Sums of 2 for informational findings, 4 for warnings, and 8 for errors. Any other means that it failed. */
const EXIT_CODES = [0, 2, 4, 6, 8, 10, 12, 14];

/** An error or a warning of cfn-lint. */
export interface LintFinding {
  readonly rule: string;
  readonly message: string;
  /** The logical id of the resource, or the section of the template that it is in. */
  readonly at: string;
}

/** Installs cfn-lint, where it is not there yet; gives the interpreter that has it. */
export async function installCfnLint(): Promise<string> {
  return (await ensurePythonEnvironment(console.log, undefined, PACKAGES)).python;
}

/** Reviews templates, by their names, with cfn-lint, for every region that CloudFormation is in. */
export async function reviewWithCfnLint(python: string, templates: Record<string, Template>): Promise<Record<string, LintFinding[]>> {
  const directory = mkdtempSync(path.join(tmpdir(), 'cfn-lint-'));
  const files = Object.entries(templates).map(([name, template], index) => {
    const file = path.join(directory, `${index}.json`);
    writeFileSync(file, JSON.stringify(template));
    return { name, file };
  });
  const report = await lint(python, directory, files.map(({ file }) => file));
  return Object.fromEntries(files.map(({ name, file }) => [
    name,
    report.filter(({ Filename }) => Filename === file).map(({ Rule, Message, Location }) => ({
      rule: Rule.Id,
      message: Message,
      at: Location.Path?.[1] ?? Location.Path?.[0] ?? 'template',
    })),
  ]));
}

async function lint(python: string, directory: string, files: string[]): Promise<any[]> {
  const output = path.join(directory, 'report.txt');
  const args = ['-m', 'cfnlint.runner.cli', '--regions', 'ALL_REGIONS', '--format', 'json', '--output-file', output, '--', ...files];
  // Nobody's own settings of cfn-lint, which it looks for in both places.
  const settings = { cwd: directory, env: { ...process.env, HOME: directory } };
  await new Promise<void>((resolve, reject) => {
    const child = execFile(python, args, settings, (error) => (EXIT_CODES.includes(child.exitCode!) ? resolve() : reject(error)));
  });
  return JSON.parse(readFileSync(output, 'utf-8'));
}
