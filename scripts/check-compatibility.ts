import { spawnSync } from 'node:child_process';
import { name } from '../package.json';
import { ROOT } from './lib/root';

/** Changes that are meant to break, each with its reason; see CONTRIBUTING.md. */
const ACCEPTED = '.compatignore';

/** The empty package that npm requires before it trusts a workflow. */
const PLACEHOLDER = '0.0.0';

/** Compares the compiled API with that of the last release, or with the package in a directory. */
function checkCompatibility(previous = lastRelease()): void {
  if (previous === undefined) {
    console.log(`The API is not compared: ${name} has no release on npm yet.`);
    return;
  }
  // By default jsii-diff only warns about an experimental API, whose users are broken all the same.
  const flags = ['--error-on', 'all', '--keys', '--ignore-file', ACCEPTED];
  const { status } = spawnSync('npx', ['jsii-diff', previous, ...flags], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = status === 0 ? 0 : 1;
}

function lastRelease(): string | undefined {
  const { stdout, stderr } = spawnSync('npm', ['view', name, 'version', '--json'], { encoding: 'utf8' });
  const answer = JSON.parse(stdout);
  if (answer === PLACEHOLDER) {
    return undefined;
  }
  if (typeof answer === 'string') {
    return `npm:${name}@${answer}`;
  }
  if (answer.error?.code === 'E404') {
    return undefined;
  }
  throw new Error(`npm can't tell the last release of ${name}; run this again when the registry answers.\n${stderr}`);
}

checkCompatibility(process.argv[2]);
