import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../../scripts/lib/command/failure';
import { untilAborted } from '../../../scripts/lib/command/interruption';
import { Session } from '../../../scripts/lib/command/session';
import { cdkEnvironment } from '../../../scripts/lib/local-aws/cdk-app';
import { REGION } from '../../../scripts/lib/local-aws/local-aws';
import { ROOT } from '../../../scripts/lib/root';

const RUNNER = join(ROOT, 'node_modules', '.bin', 'integ-runner');

/** What integ-runner prints if a test does not get as far as its assertions. */
const BROKEN = /^ *(?:Integration test failed|Error during integration test): .*$/m;

/** Runs integration tests with integ-runner, which deploys them to the local AWS and removes them again. Their assertions may fail. Returns the number of tests. */
export async function runIntegrationTests(session: Session, endpoint: string): Promise<number> {
  // In a directory with links to the tests, because integ-runner writes the snapshots of passed tests next to them.
  const directory = session.path('integration-tests');
  const files = (await readdir(join(ROOT, 'test'))).filter((name) => /^integ\..*\.ts$/.test(name));
  await mkdir(directory);
  await Promise.all(files.map(async (file) => symlink(join(ROOT, 'test', file), join(directory, file))));

  const runner = session.start({
    name: 'integ-runner',
    file: RUNNER,
    args: [
      '--directory', directory,
      '--language', 'typescript',
      '--app', 'node --import tsx test/e2e/integ/app.ts {filePath}',
      '--parallel-regions', REGION,
      '--update-on-failed',
      '--force',
    ],
    cwd: ROOT,
    env: cdkEnvironment(endpoint),
  });
  await untilAborted(runner.exit, session.signal);

  const output = await readFile(session.path('integ-runner.log'), 'utf8');
  const broken = BROKEN.exec(output);
  if (broken || !output.includes('Test Results:')) {
    throw new Failure(`integ-runner did not run the tests. Its output:\n\n${output}`);
  }
  return files.length;
}
