import { cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Session } from '../../../scripts/lib/command/session';
import { ROOT } from '../../../scripts/lib/root';
import { runForOutput } from '../run-for-output';

/** Of what Git does not have, the directories that are copied, and those that are shared because nothing in them changes. */
const BUILT = ['assets', 'examples/web/dist'];
const INSTALLED = ['node_modules', '.venv'];

/**
 * Copies this repository into the session, with its changes that are not committed. Returns the directory.
 *
 * A test that changes sources changes the copy, and however it ends, the repository stays as it is.
 */
export async function copyRepository(session: Session): Promise<string> {
  const copy = session.path('repository');
  const list = await runForOutput(session, { name: 'git ls-files', file: 'git', args: ['ls-files', '--cached', '--others', '--exclude-standard'], cwd: ROOT });
  const isNeeded = (file: string) => !file.startsWith('test/') && !file.startsWith('docs/');
  for (const path of [...list.trim().split('\n').filter(isNeeded), ...BUILT]) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await cp(join(ROOT, path), join(copy, path), { recursive: true });
  }
  for (const directory of INSTALLED) {
    await symlink(join(ROOT, directory), join(copy, directory));
  }
  return copy;
}
