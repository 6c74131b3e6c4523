import { once } from 'node:events';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { FunctionCode } from './function-code';
import { ProfileService } from './profile-services';
import { Runtime } from '../lib/command/options';
import { Report } from '../lib/command/report';
import { Session } from '../lib/command/session';
import { LocalAws } from '../lib/local-aws/local-aws';
import { ROOT } from '../lib/root';

/** The tasks of projen that build the handlers. */
const TASKS: Readonly<Record<Runtime, string>> = {
  nodejs: 'bundle:handlers/nodejs',
  python: 'bundle:handlers/python',
};
const HANDLERS = join('src', 'handlers');
/** Editors write several files at once. */
const QUIET_MILLISECONDS = 50;

/** Builds and deploys the handlers again whenever one of their files changes, until the session ends. */
export async function watchHandlers(session: Session, report: Report, aws: LocalAws, service: ProfileService): Promise<void> {
  const code = await FunctionCode.of(aws, service, session.signal);
  const language = await code.language();
  const watcher = watch([language, 'shared'].map((name) => join(ROOT, HANDLERS, name)), {
    ignoreInitial: true,
    ignored: (path) => /__pycache__|\.mypy_cache/.test(path),
  });
  await once(watcher, 'ready');

  const deploy = async () => {
    await report.step('Build the handlers', async () => session.run({
      name: 'build',
      file: 'projen',
      args: [TASKS[language]],
      cwd: ROOT,
      programs: join(ROOT, 'node_modules', '.bin'),
    }), () => 'done');
    await report.step('Deploy them', async () => code.replace(join(ROOT, 'assets', 'handlers', language)), () => 'done');
  };
  let timer: NodeJS.Timeout | undefined;
  session.onClose(async () => {
    clearTimeout(timer);
    await watcher.close();
  });
  let running = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One after the other. A build that fails is printed, and the next change builds again.
      running = running.then(deploy).catch((error: Error) => {
        if (!session.signal.aborted) {
          report.note(error.message);
        }
      });
    }, QUIET_MILLISECONDS);
  });
}
