import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../../scripts/lib/command/failure';
import { untilAborted } from '../../../scripts/lib/command/interruption';
import { ProcessGroup } from '../../../scripts/lib/command/process-group';
import { Session, SessionCommand } from '../../../scripts/lib/command/session';
import { ROOT } from '../../../scripts/lib/root';

const POLL_MILLISECONDS = 100;
const END_MILLISECONDS = 20_000;
const TOKEN = /^ {2}TOKEN=(\S+)$/m;
const CURL = /^ {2}curl -i .* '(\S+)'$/m;
const LAST_LINE = 'All processes have ended.';
const PAGE_URL = /^ {2}Open (http:\/\/\S+)$/m;

/** The arguments of Node.js for the command that `npm run local` runs, on what is bundled already. */
export const LOCAL_COMMAND = ['--import', 'tsx', 'scripts/local/main.ts', '--no-bundle'];

/** The local command as a process, as users start it. */
export class LocalCommand {
  /** Starts the command of this repository, and waits until its page is ready. */
  public static async start(session: Session, args: readonly string[], cwd = ROOT): Promise<LocalCommand> {
    return LocalCommand.run(session, { file: process.execPath, args: [...LOCAL_COMMAND, ...args], cwd });
  }

  /** Starts a local command, and waits until its page is ready. */
  public static async run(session: Session, command: Omit<SessionCommand, 'name'>): Promise<LocalCommand> {
    // Each run has a log of its own.
    const name = `local-${++LocalCommand.runs}`;
    // The path of the user, unlike that of other programs of a session, where the Python beside Node.js is the first.
    const { PATH, PYTHON } = process.env;
    const group = session.start({ ...command, name, env: { PATH, ...PYTHON !== undefined && { PYTHON }, ...command.env } });
    const started = new LocalCommand(group, session.path(`${name}.log`), command.file === 'npx', session.signal);
    await started.untilReady();
    return started;
  }

  private static runs = 0;
  /** The URL of the page. */
  public pageUrl = '';

  private constructor(
    private readonly group: ProcessGroup,
    private readonly log: string,
    private readonly isNpx: boolean,
    private readonly signal: AbortSignal,
  ) {}

  /** Returns what the command has printed so far. */
  public async output(): Promise<string> {
    return readFile(this.log, 'utf8');
  }

  /** Returns what the printed curl command sends: the URL of the profile, and a token of the first user. */
  public async profileRequest(): Promise<{ readonly url: string; readonly token: string }> {
    const output = await this.output();
    const [, url] = CURL.exec(output) ?? [];
    const [, token] = TOKEN.exec(output) ?? [];
    if (!url || !token) {
      throw new Failure(`The local command prints no curl command:\n${output}`);
    }
    return { url, token };
  }

  /** Ends the command as Ctrl-C does. An exit code other than 0, and a missing last line, are failures. */
  public async end(): Promise<void> {
    const timeout = sleep(END_MILLISECONDS, `still running after ${END_MILLISECONDS / 1_000} s`, { ref: false });
    const reason = await untilAborted(Promise.race([this.group.interrupt(), timeout]), this.signal);
    // npx also receives the signal, and ends by it when the command has exited.
    const hasEnded = (reason === undefined || (this.isNpx && reason === 'ended by SIGINT')) && (await this.output()).endsWith(`${LAST_LINE}\n`);
    if (!hasEnded) {
      throw new Failure(`The local command did not end well after SIGINT (${reason ?? 'exit code 0'}). The end of its output:\n\n${await this.group.tail()}`);
    }
  }

  private async untilReady(): Promise<void> {
    let reason: string | undefined;
    let hasEnded = false;
    void this.group.exit.then((text) => {
      hasEnded = true;
      reason = text;
    });
    for (;;) {
      const [, url] = PAGE_URL.exec(await this.output()) ?? [];
      if (url !== undefined) {
        this.pageUrl = url;
        return;
      }
      if (hasEnded) {
        throw new Failure(`The local command ended before its page was ready (${reason ?? 'exit code 0'}). The end of its output:\n\n${await this.group.tail()}`);
      }
      await sleep(POLL_MILLISECONDS, undefined, { signal: this.signal });
    }
  }
}
