import { startChromium } from './chromium';
import { Options, readOptions } from './options';
import { copyRepository } from './repository-copy';
import { Run } from './run';
import { installedPackage } from './runs/installed-package';
import { journey } from './runs/journey';
import { keptData } from './runs/kept-data';
import { noSchema } from './runs/no-schema';
import { watchedHandlers } from './runs/watched-handlers';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { untilAborted } from '../../../scripts/lib/command/interruption';
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
  const run = new Run(session, report, checks, options, await startChromium(session));
  if (options.package === undefined) {
    await checkRepository(run);
  } else {
    await installedPackage(run, options.package);
  }
  checks.conclude();
}

async function checkRepository(run: Run): Promise<void> {
  const repository = await copyRepository(run.session);
  for (const runtime of run.options.runtimes) {
    await journey(run, runtime);
    await noSchema(run, runtime);
    await keptData(run, runtime);
    await watchedHandlers(run, runtime, repository);
  }
}

void runCommand(main);
