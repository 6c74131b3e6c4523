import { spawnSync } from 'child_process';
import * as path from 'path';
import { ensurePythonEnvironment, PythonUnavailableError } from './lib/python-environment';

/** Lints and type-checks the Python handlers. Without Python that is skipped, with the reason, except in CI. */
const ROOT = path.join(__dirname, '..');
const HANDLERS = path.join(ROOT, 'src', 'handlers', 'python');
const SETTINGS = path.join(ROOT, 'pyproject.toml');
const OTHERS = ['test', 'bench', 'examples'].map((directory) => path.join(ROOT, directory));
const RECIPES = path.join(ROOT, 'examples', 'recipes', 'lambda');
const CHECKS = [
  ['ruff', 'check', '--config', SETTINGS, HANDLERS, ...OTHERS],
  ['ruff', 'format', '--check', '--config', SETTINGS, HANDLERS, ...OTHERS],
  ['mypy', '--config-file', SETTINGS, HANDLERS],
  ['mypy', '--config-file', SETTINGS, RECIPES],
];

async function lint(): Promise<void> {
  const { python } = await ensurePythonEnvironment(console.log);
  for (const check of CHECKS) {
    const { status } = spawnSync(python, ['-m', ...check], { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) {
      process.exitCode = 1;
    }
  }
}

lint().catch((error: unknown) => {
  if (!(error instanceof PythonUnavailableError)) {
    throw error;
  }
  console.error(`The Python handlers are not linted: ${error.message}`);
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
});
