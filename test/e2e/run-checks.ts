import { Checks } from './checks';
import { inSession, runCommand } from '../../scripts/lib/command/command';
import { readRuntimeOrHelp } from '../../scripts/lib/command/options';
import { Report } from '../../scripts/lib/command/report';
import { CdkAppSource } from '../../scripts/lib/local-aws/cdk-app';
import { LocalService, startLocalService } from '../../scripts/lib/local-aws/local-service';

/** A command that deploys an app to a local AWS, and runs checks on its service. */
export function runChecks(help: string, source: CdkAppSource, check: (checks: Checks, service: LocalService) => Promise<void>): void {
  void runCommand(async () => {
    const options = readRuntimeOrHelp(process.argv.slice(2), help);
    if (!options) {
      return;
    }
    await inSession(async (session) => {
      const report = new Report();
      const service = await startLocalService(session, report, options.runtime, source);
      const checks = new Checks(report, session.signal);
      await checks.attempt('The checks', async () => check(checks, service));
      checks.conclude();
    });
  });
}
