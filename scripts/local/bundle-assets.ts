import { join } from 'node:path';
import { Report } from '../lib/command/report';
import { Session } from '../lib/command/session';
import { ROOT } from '../lib/root';

/** Bundles the handlers, and the page with what it needs, from the sources of this repository. */
export async function bundleAssets(session: Session, report: Report): Promise<void> {
  report.heading('The sources');
  await report.step('npx projen bundle', async () => session.run({
    name: 'bundle',
    file: 'projen',
    args: ['bundle'],
    cwd: ROOT,
    programs: join(ROOT, 'node_modules', '.bin'),
  }), () => 'done');
}
