import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../lib/command/failure';
import { isRunning } from '../lib/command/process-group';
import { Session } from '../lib/command/session';

/**
 * Opens the directory that keeps the state of the local AWS, until the session closes.
 *
 * Two local AWS with the same directory would overwrite each other's state, so the second one fails.
 */
export async function openDataDirectory(session: Session, name: string): Promise<string> {
  const directory = resolve(name);
  const lock = join(directory, 'lock');
  await mkdir(directory, { recursive: true }).catch((error: Error) => {
    throw new Failure(`--data is "${name}", and this directory can't be created: ${error.message}`);
  });
  await takeLock(lock, name);
  session.onClose(async () => rm(lock, { force: true }));
  return directory;
}

async function takeLock(lock: string, name: string): Promise<void> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new Failure(`--data is "${name}", and no file can be created in it: ${(error as Error).message}`);
    }
    const pid = Number(await readFile(lock, 'utf8'));
    // A command that is killed while it writes the file leaves it empty.
    if (pid > 0 && isRunning(pid)) {
      throw new Failure(`--data is "${name}", which the process ${pid} uses. End that process, or specify another directory. ` +
        `If the process is another program, remove ${lock}.`);
    }
    // The process was killed.
    await writeFile(lock, String(process.pid));
  }
}
