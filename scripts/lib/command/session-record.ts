import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { processStart } from './process-start';

const FILE = 'session.json';

/** A process, as it can be found again. */
export interface RecordedProcess {
  readonly name: string;
  readonly pid: number;
  readonly start: string;
}

/** The processes of a session, in a file in its directory, for the case that the session is killed. */
export interface SessionRecord {
  /** Process IDs are those of a machine or a container, and several can share a directory. */
  readonly host: string;
  /** The process that runs the session. */
  readonly owner: RecordedProcess;
  /** The leaders of its process groups. */
  readonly groups: readonly RecordedProcess[];
}

/** Records that this process runs a session in a directory. */
export function recordSession(directory: string): void {
  write(directory, { host: hostname(), owner: { name: 'the command', pid: process.pid, start: processStart(process.pid)! }, groups: [] });
}

/** Records a process group of a session. */
export function recordGroup(directory: string, name: string, pid: number | undefined): void {
  const start = pid === undefined ? undefined : processStart(pid);
  if (pid === undefined || start === undefined) {
    // There was no program to start, or it has exited.
    return;
  }
  const record = readRecord(directory)!;
  write(directory, { ...record, groups: [...record.groups.filter(isRunning), { name, pid, start }] });
}

/** Returns the record of a directory, if it has one. A full disk can have left an incomplete one, which tells nothing. */
export function readRecord(directory: string): SessionRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, FILE), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

export function isRunning({ pid, start }: RecordedProcess): boolean {
  return processStart(pid) === start;
}

/** Replaces the file at once, so that it is never half written. */
function write(directory: string, record: SessionRecord): void {
  const file = join(directory, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(record));
  renameSync(`${file}.new`, file);
}
