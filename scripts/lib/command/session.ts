import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from './failure';
import { Command, ProcessGroup, untilExit } from './process-group';
import { recordGroup, recordSession } from './session-record';

/** How the names of the directories of sessions begin. */
export const SESSION_PREFIX = 'cognito-profile-service-';

export interface SessionCommand {
  /** The name in messages and of the log file. */
  readonly name: string;
  readonly file: string;
  readonly args: string[];
  /** What the user can do if the file does not exist. */
  readonly remedy?: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** A directory that is searched for programs first. */
  readonly programs?: string;
}

/** The processes and files of one run of a command, which are removed at its end. */
export class Session {
  public static async open(signal: AbortSignal): Promise<Session> {
    const session = new Session(await mkdtemp(join(tmpdir(), SESSION_PREFIX)), signal);
    recordSession(session.directory);
    await mkdir(session.path('home'));
    await mkdir(session.path('tmp'));
    return session;
  }

  private readonly groups: ProcessGroup[] = [];
  private readonly closers: (() => Promise<void>)[] = [];

  private constructor(private readonly directory: string, public readonly signal: AbortSignal) {}

  public path(name: string): string {
    return join(this.directory, name);
  }

  /** Starts a process that runs until the session closes. */
  public start(command: SessionCommand): ProcessGroup {
    const group = new ProcessGroup(this.prepare(command));
    this.groups.push(group);
    recordGroup(this.directory, command.name, group.pid);
    return group;
  }

  /** Runs a command until it exits. An exit code other than 0 is a failure. */
  public async run(command: SessionCommand): Promise<void> {
    this.signal.throwIfAborted();
    const group = new ProcessGroup(this.prepare(command));
    recordGroup(this.directory, command.name, group.pid);
    const failure = await untilExit(group, this.signal);
    if (failure?.missing) {
      throw new Failure(`${command.name} failed: \`${command.file}\` is not installed. ${command.remedy ?? ''}`.trim());
    }
    if (failure) {
      throw new Failure(`${command.name} failed (${failure.reason}). The end of its output:\n\n${failure.tail}`);
    }
  }

  /** Runs a function when the session closes, after its processes have ended. */
  public onClose(closer: () => Promise<void>): void {
    this.closers.push(closer);
  }

  public async close(): Promise<void> {
    await Promise.all(this.groups.map((group) => group.end()));
    await Promise.all(this.closers.map(async (closer) => closer()));
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  private prepare({ name, file, args, cwd, env, programs }: SessionCommand): Command {
    // Node.js last: beside it can be other programs, such as a Python that is not that of the user's virtual environment.
    const path = [programs, process.env.PATH, dirname(process.execPath)];
    return {
      file,
      args,
      cwd,
      // Only what the command sets itself, so not the AWS profile, proxy and Node.js options of the user.
      env: {
        PATH: path.filter((directory) => directory !== undefined).join(delimiter),
        HOME: this.path('home'),
        TMPDIR: this.path('tmp'),
        ...env,
      },
      log: this.path(`${name.replaceAll(' ', '-')}.log`),
    };
  }
}
