import { Client } from '../client';
import { reasonToSkip, staleExceptions } from './gateway';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Failure } from '../../../scripts/lib/command/failure';
import { readRuntimeOrHelp } from '../../../scripts/lib/command/options';
import { Report } from '../../../scripts/lib/command/report';
import { startLocalService } from '../../../scripts/lib/local-aws/local-service';
import { SAMPLE_APP } from '../../../scripts/lib/local-aws/sample-app';
import { Journey } from '../../../scripts/lib/user/journey';
import { signIn } from '../../../scripts/lib/user/sign-in';
import { signUp } from '../../../scripts/lib/user/sign-up';
import { CASES } from '../../handlers/contract';
import { runCase } from '../../handlers/run-case';
import { UserService } from '../user-service';

const HELP = `Usage: npm run contract:http -- [options]

Deploys the sample app to a local AWS, and runs the contract of the handlers (test/handlers/contract)
over HTTP. It skips the cases that cannot reach the functions through a gateway.

Options:
  --runtime <name>   the handlers to deploy: nodejs or python (default: nodejs)
  --help             print this help
`;

/** The environment variables of the functions in the sample app. */
const ENVIRONMENT = { USER_PARTITIONS: '1' };

async function main(): Promise<void> {
  const options = readRuntimeOrHelp(process.argv.slice(2), HELP);
  if (!options) {
    return;
  }
  await inSession(async (session) => {
    const { journey } = await startLocalService(session, new Report(), options.runtime, SAMPLE_APP);
    journey.report.heading('Sign-up and sign-in');
    await signUp(journey);
    await runContract(journey, await signIn(journey));
  });
}

async function runContract(journey: Journey, token: string): Promise<void> {
  const { profileUrl, report, signal } = journey;
  const client = new Client(profileUrl, token, signal);
  const service = await UserService.of(journey, client, token, ENVIRONMENT);

  const stale = staleExceptions(CASES);
  if (stale.length > 0) {
    throw new Failure(`No case is named ${stale.join(', ')}. Correct test/e2e/contract-over-http/gateway.ts.`);
  }
  report.heading(`The contract at ${profileUrl}`);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const contractCase of CASES) {
    const reason = reasonToSkip(contractCase);
    if (reason) {
      report.note(`skipped: ${contractCase.name} (${reason})`);
      counts.skipped += 1;
      continue;
    }
    // All cases share one user.
    await service.erase();
    try {
      await runCase(contractCase, service.sub, service);
      counts.passed += 1;
    } catch (error) {
      signal.throwIfAborted();
      console.error(`  ✗ ${contractCase.name}\n${(error as Error).message}`);
      counts.failed += 1;
    }
  }
  client.close();
  report.note(`${counts.skipped} of ${CASES.length} skipped`);
  report.heading(`${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0) {
    throw new Failure('The service violates the contract over HTTP.');
  }
}

void runCommand(main);
