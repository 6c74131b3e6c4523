// Before the contract, which takes `expect` for a global, as Jest has it.
import './expect';
import { Client } from './client';
import { reasonToSkip, staleExceptions } from './gateway';
import { UserService } from './user-service';
import { CASES } from '../../test/handlers/contract';
import { runCase } from '../../test/handlers/run-case';
import { inSession, runCommand } from '../local/command';
import { Failure } from '../local/failure';
import { Journey } from '../local/journey';
import { startLocalService } from '../local/local-service';
import { readRuntimeOrHelp } from '../local/options';
import { Report } from '../local/report';
import { signIn } from '../local/sign-in';
import { signUp } from '../local/sign-up';

const HELP = `Usage: npm run contract:http -- [options]

Deploys the sample app to a local AWS, and runs over HTTP all cases of the contract of the handlers
(test/handlers/contract.json) that a gateway lets through.

Options:
  --runtime <name>   which handlers to deploy: nodejs or python (default: nodejs)
  --help             print this
`;

/** What the sample app is deployed with. */
const ENVIRONMENT = { USER_PARTITIONS: '1' };

async function main(): Promise<void> {
  const options = readRuntimeOrHelp(process.argv.slice(2), HELP);
  if (!options) {
    return;
  }
  await inSession(async (session) => {
    const { journey } = await startLocalService(session, new Report(), options);
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
    throw new Failure(`No case has the name ${stale.join(', ')}; put that right in scripts/contract-http/gateway.ts.`);
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
    // One user does for all cases.
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
    throw new Failure('The service does not keep to the contract over HTTP.');
  }
}

void runCommand(main);
