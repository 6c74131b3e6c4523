import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from './failure';
import { Command, ProcessGroup, runToEnd } from './process-group';

export interface SessionCommand {
  /** What the messages and the log file call it. */
  readonly name: string;
  readonly file: string;
  readonly args: string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** A directory whose programs go before all others. */
  readonly programs?: string;
}

/** What one run of the command makes on this machine, so that all of it can be taken away again. */
export class Session {
  public static async open(signal: AbortSignal): Promise<Session> {
    const session = new Session(await mkdtemp(join(tmpdir(), 'cognito-profile-service-')), signal);
    await mkdir(session.path('home'));
    await mkdir(session.path('tmp'));
    return session;
  }

  private readonly groups: ProcessGroup[] = [];

  private constructor(private readonly directory: string, public readonly signal: AbortSignal) {}

  public path(name: string): string {
    return join(this.directory, name);
  }

  /** Starts a process that runs until the session is closed. */
  public start(command: SessionCommand): ProcessGroup {
    const group = new ProcessGroup(this.prepare(command));
    this.groups.push(group);
    return group;
  }

  /** Runs a command to its end, which must be a good one. */
  public async run(command: SessionCommand): Promise<void> {
    const failure = await runToEnd(this.prepare(command), this.signal);
    if (failure) {
      throw new Failure(`${command.name} failed (${failure.reason}). The end of its output:\n\n${failure.tail}`);
    }
  }

  public async close(): Promise<void> {
    await Promise.all(this.groups.map((group) => group.end()));
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  private prepare({ name, file, args, cwd, env, programs }: SessionCommand): Command {
    const path = [programs, dirname(process.execPath), process.env.PATH];
    return {
      file,
      args,
      cwd,
      // Made from nothing, so that no AWS profile, proxy or Node.js option of the user's gets in.
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
