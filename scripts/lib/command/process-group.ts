import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilAborted } from './interruption';

const GRACE_MILLISECONDS = 5_000;
const KILL_MILLISECONDS = 2_000;
const POLL_MILLISECONDS = 25;
const TAIL_LINES = 40;

export interface Command {
  readonly file: string;
  readonly args: string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The file for the output of the process and its descendants. */
  readonly log: string;
}

/** A process and its descendants, which are ended together. */
export class ProcessGroup {
  /** Resolves when the process has exited: to the error, or to `undefined` for exit code 0. */
  public readonly exit: Promise<string | undefined>;
  /** Whether there was no program to start. */
  public missing = false;
  private readonly leader: ChildProcess;

  constructor(private readonly command: Command) {
    const log = openSync(command.log, 'a');
    this.leader = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: command.env,
      // With its own process group, it can be ended as a whole, and Ctrl-C in the terminal reaches this process only.
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.exit = new Promise((resolve) => {
      this.leader.once('error', (error: NodeJS.ErrnoException) => {
        this.missing = error.code === 'ENOENT';
        resolve(error.message);
      });
      this.leader.once('exit', (code, signal) => resolve(code === 0 ? undefined : exitText(code, signal)));
    });
  }

  /** Returns the last lines of the output. */
  public async tail(): Promise<string> {
    return (await readFile(this.command.log, 'utf8')).trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }

  /** Sends what Ctrl-C in a terminal sends. Returns what `exit` resolves to. */
  public async interrupt(): Promise<string | undefined> {
    if (this.pid !== undefined) {
      signalGroup(this.pid, 'SIGINT');
    }
    return this.exit;
  }

  /** The ID of the group. Without it, there was no program to start. */
  public get pid(): number | undefined {
    return this.leader.pid;
  }

  /** Ends the processes of the group and waits until they have exited. */
  public async end(): Promise<void> {
    if (this.pid !== undefined) {
      await endGroup(this.pid);
    }
  }
}

/** Ends the processes of a group and waits until they have exited. */
export async function endGroup(id: number): Promise<void> {
  signalGroup(id, 'SIGTERM');
  if (await isGoneWithin(id, GRACE_MILLISECONDS)) {
    return;
  }
  signalGroup(id, 'SIGKILL');
  await isGoneWithin(id, KILL_MILLISECONDS);
}

async function isGoneWithin(id: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (signalGroup(id, 0)) {
    if (Date.now() > deadline) {
      return false;
    }
    await sleep(POLL_MILLISECONDS);
  }
  return true;
}

/** Sends a signal to a group. Returns whether the group has processes left. */
function signalGroup(id: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-id, signal);
  } catch (error) {
    // On macOS, the error is EPERM for a group that has only zombie processes.
    if (['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return false;
    }
    throw error;
  }
}

/** The error of a command. */
export interface CommandFailure {
  readonly reason: string;
  /** Whether the file of the command does not exist. */
  readonly missing: boolean;
  /** The last lines of its output. */
  readonly tail: string;
}

/** Runs a command until it exits. Returns its error, or `undefined` for exit code 0. */
export async function runToEnd(command: Command, signal?: AbortSignal): Promise<CommandFailure | undefined> {
  signal?.throwIfAborted();
  return untilExit(new ProcessGroup(command), signal);
}

/** Waits until a process exits, and ends its descendants. Returns its error, or `undefined` for exit code 0. */
export async function untilExit(group: ProcessGroup, signal?: AbortSignal): Promise<CommandFailure | undefined> {
  try {
    const reason = await untilAborted(group.exit, signal);
    return reason === undefined ? undefined : { reason, missing: group.missing, tail: await group.tail() };
  } finally {
    await group.end();
  }
}

function exitText(code: number | null, signal: NodeJS.Signals | null): string {
  return code === null ? `ended by ${signal}` : `exit code ${code}`;
}

/** Returns whether a process exists. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // With any other code, such as EPERM, the process exists.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
