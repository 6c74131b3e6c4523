import { join } from 'node:path';
import { Browser } from 'playwright-core';
import { Album } from './album';
import { startChromium } from './chromium';
import { LocalCommand } from './local-command';
import { Options, readOptions } from './options';
import { createAccount } from './scenarios/account';
import { conflict } from './scenarios/conflict';
import { editList, fillIn } from './scenarios/form';
import { useKeyboard } from './scenarios/keyboard';
import { deleteProfile, signOut } from './scenarios/leaving';
import { expiredTokens } from './scenarios/tokens';
import { Visit } from './visit';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { untilAborted } from '../../../scripts/lib/command/interruption';
import { Runtime } from '../../../scripts/lib/command/options';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { Checks } from '../checks';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    return;
  }
  await inSession(async (session) => untilAborted(checkAll(session, options), session.signal));
}

async function checkAll(session: Session, options: Options): Promise<void> {
  const report = new Report();
  const checks = new Checks(report, session.signal);
  const browser = await startChromium(session);
  for (const runtime of options.runtimes) {
    await checks.attempt(`${runtime} handlers`, async () => checkJourneys(session, report, checks, browser, runtime, options));
  }
  checks.conclude();
}

/** The whole use of the page, by a new user each time. */
async function checkJourneys(
  session: Session,
  report: Report,
  checks: Checks,
  browser: Browser,
  runtime: Runtime,
  { widths, times, screenshots }: Options,
): Promise<void> {
  report.heading(`The page, with the ${runtime} handlers`);
  const local = await report.step(
    `node ${LOCAL_COMMAND_TEXT} --runtime ${runtime}`,
    async () => LocalCommand.start(session, ['--runtime', runtime]),
    ({ pageUrl }) => pageUrl,
  );
  for (const width of widths) {
    for (let time = 1; time <= times; time += 1) {
      const title = `${width}, ${time} of ${times}`;
      report.heading(`${runtime}, ${title}`);
      const started = Date.now();
      const user = { email: `${width}-${time}@example.com`, password: 'Analytical-Engine-1843' };
      const album = time === 1 ? await Album.create(join(screenshots, width)) : undefined;
      await checks.attempt(title, async () => Visit.run({ browser, report, pageUrl: local.pageUrl, width, user, album }, async (visit) => {
        await createAccount(visit);
        await fillIn(visit);
        await editList(visit);
        await conflict(visit);
        await expiredTokens(visit);
        await deleteProfile(visit);
        await useKeyboard(visit);
        await signOut(visit);
      }));
      report.note(`${((Date.now() - started) / 1_000).toFixed(1)} s`);
    }
  }
  await report.step('End it with SIGINT', async () => local.end(), () => 'exit code 0');
}

const LOCAL_COMMAND_TEXT = 'scripts/local/main.ts';

void runCommand(main);
