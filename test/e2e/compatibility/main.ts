import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { installNode, NODE_VERSIONS } from './node-versions';
import { lowestAndNewestPython } from './python-versions';
import { runCommand } from '../../../scripts/lib/command/command';
import { Failure } from '../../../scripts/lib/command/failure';
import { ROOT } from '../../../scripts/lib/root';

/** The tests of what depends on the version of Python, or on parts of its SDK. */
const PYTHON_HANDLERS = ['changes/', 'contract', 'connections', 'json-schema', 'list', 'log', 'python-load', 'schema.test', 'warm-up'].map((name) => `test/handlers/${name}`);

/**
 * Runs the tests on the Node.js versions that `npm test` does not run on, and the tests of the Python handlers on the lowest and the newest
 * Python of this machine, with the lowest and the newest SDK.
 */
async function main(): Promise<void> {
  const failed: string[] = [];
  for (const version of NODE_VERSIONS) {
    const node = await installNode(version);
    if (!jest(`Node.js ${version}`, node, [], {})) {
      failed.push(`Node.js ${version}`);
    }
  }
  for (const { name, interpreter } of await lowestAndNewestPython()) {
    if (!jest(name, process.execPath, [...PYTHON_HANDLERS, '--testNamePattern', 'Python'], { TEST_PYTHON: interpreter })) {
      failed.push(name);
    }
  }
  if (failed.length > 0) {
    throw new Failure(`Tests failed on ${failed.join(', ')}.`);
  }
}

/** Runs tests with a Node.js, which the processes that they start use as well. Returns whether they pass. */
function jest(title: string, node: string, args: string[], environment: Record<string, string>): boolean {
  console.log(`\n--- ${title}\n`);
  const { status } = spawnSync(node, [join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'), '--ci', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...environment, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  });
  return status === 0;
}

void runCommand(main);
