import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { ensurePythonEnvironment } from './lib/python-environment';
import { ROOT } from './lib/root';

/** From the Go module proxy, which keeps the hash of each version. */
const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';
const ZIZMOR = { directory: '.venv-zizmor', requirements: ['scripts/zizmor-requirements.txt'] };

/** Checks the workflows of a directory, by default those of this project: actionlint finds errors, and zizmor what can be attacked. */
async function lintWorkflows(root = ROOT): Promise<void> {
  const workflows = path.join(root, '.github', 'workflows');
  const files = readdirSync(workflows).map((file) => path.join(workflows, file));
  const { python } = await ensurePythonEnvironment(console.log, undefined, ZIZMOR);
  // Without the linters of scripts that are installed or not: findings are the same everywhere.
  run('go', ['run', ACTIONLINT, '-shellcheck=', '-pyflakes=', ...files]);
  run(path.join(path.dirname(python), 'zizmor'), ['--offline', '--no-progress', path.join(root, '.github')]);
}

function run(command: string, args: readonly string[]): void {
  const { error, status } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) {
    throw new Error(`\`${command}\` does not run: ${error.message}. Linting the workflows requires Python and Go.`, { cause: error });
  }
  if (status !== 0) {
    process.exitCode = 1;
  }
}

void lintWorkflows(process.argv[2]);
