import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { endGroup } from './process-group';
import { SESSION_PREFIX } from './session';
import { isRunning, readRecord, SessionRecord } from './session-record';

/** Ends the processes and removes the files of sessions whose command was killed, and says so. */
export async function endAbandonedSessions(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const directory = join(tmpdir(), name);
    if (!name.startsWith(SESSION_PREFIX) || !await isOwn(directory)) {
      continue;
    }
    const record = readRecord(directory);
    if (record && record.host === hostname() && !isRunning(record.owner)) {
      await end(directory, record);
    }
  }
}

async function end(directory: string, { owner, groups }: SessionRecord): Promise<void> {
  // Only what is certainly a process of that session: another program can have its ID since then.
  const ended: string[] = [];
  for (const group of groups) {
    if (isRunning(group)) {
      await endGroup(group.pid);
      ended.push(`${group.name} (process ${group.pid})`);
    }
  }
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  console.log(`An earlier run was killed (process ${owner.pid}). Ended what it left: ${ended.join(', ') || 'no process'}. Removed ${directory}.`);
}

/** Whether the user has the directory, as another user could have recorded anything. */
async function isOwn(directory: string): Promise<boolean> {
  try {
    const found = await lstat(directory);
    return found.isDirectory() && found.uid === process.getuid!();
  } catch (error) {
    // Its session has closed in the meantime.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return false;
    }
    throw error;
  }
}
