import { join } from 'node:path';
import { Browser } from 'playwright-core';
import { Album } from './album';
import { LocalCommand } from './local-command';
import { Options } from './options';
import { Visit, Width } from './visit';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { User } from '../../../scripts/lib/user/journey';
import { Checks } from '../checks';

/** One run of the browser test. */
export class Run {
  constructor(
    public readonly session: Session,
    public readonly report: Report,
    public readonly checks: Checks,
    public readonly options: Options,
    private readonly browser: Browser,
  ) {}

  /** Starts a local command, uses it, and ends it as Ctrl-C does. */
  public async withLocal(title: string, start: () => Promise<LocalCommand>, use: (local: LocalCommand) => Promise<void>): Promise<void> {
    this.report.heading(title);
    await this.checks.attempt(title, async () => {
      const local = await this.report.step('Start', start, ({ pageUrl }) => pageUrl);
      await use(local);
      await this.report.step('End it with SIGINT', async () => local.end(), () => 'ended');
    });
  }

  /** Visits the page as a user. With the name of an album, looks at what is shown, and keeps screenshots. */
  public async visit(
    title: string,
    { pageUrl }: LocalCommand,
    width: Width,
    user: User,
    scenario: (visit: Visit) => Promise<void>,
    albumName?: string,
  ): Promise<void> {
    this.report.heading(title);
    const started = Date.now();
    await this.checks.attempt(title, async () => {
      const album = albumName === undefined ? undefined : await Album.create(join(this.options.screenshots, albumName));
      await Visit.run({ browser: this.browser, report: this.report, pageUrl, width, user, album }, scenario);
      this.report.note(`This took ${((Date.now() - started) / 1_000).toFixed(1)} s.`);
    });
  }
}
