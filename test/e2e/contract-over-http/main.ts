import { Client } from '../client';
import { reasonToSkip, staleExceptions } from './gateway';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Failure } from '../../../scripts/lib/command/failure';
import { readRuntimeOrHelp } from '../../../scripts/lib/command/options';
import { Report } from '../../../scripts/lib/command/report';
import { startLocalService } from '../../../scripts/lib/local-aws/local-service';
import { ADMINISTRATION_APP } from '../../../scripts/lib/local-aws/sample-app';
import { Journey } from '../../../scripts/lib/user/journey';
import { signIn } from '../../../scripts/lib/user/sign-in';
import { signUp } from '../../../scripts/lib/user/sign-up';
import { subOf } from '../../../scripts/lib/user/token';
import { signInAsAdministrator } from '../../../scripts/local/administrator';
import { PROFILE_PATH, USER_PROFILE_PATH } from '../../../src/api/paths';
import { CASES } from '../../handlers/contract';
import { runCase } from '../../handlers/run-case';
import { UserService } from '../user-service';

const HELP = `Usage: npm run contract:http -- [options]

Deploys a service with administrators to a local AWS, and runs the contract of the handlers
(test/handlers/contract) over HTTP, once as the user and once as an administrator. It skips the cases that cannot reach the
functions through a gateway.

Options:
  --runtime <name>   the handlers to deploy: nodejs or python (default: nodejs)
  --help             print this help
`;

/** The environment variables of the functions in the app. */
const ENVIRONMENT = { USER_PARTITIONS: '1' };

async function main(): Promise<void> {
  const options = readRuntimeOrHelp(process.argv.slice(2), HELP);
  if (!options) {
    return;
  }
  await inSession(async (session) => {
    const { journey } = await startLocalService(session, new Report(), options.runtime, ADMINISTRATION_APP);
    journey.report.heading('Sign-up and sign-in');
    await signUp(journey);
    const token = await signIn(journey);
    const administratorToken = await signInAsAdministrator(journey);

    const { profileUrl } = journey;
    const urlForAdministrators = `${profileUrl.slice(0, -PROFILE_PATH.length)}${USER_PROFILE_PATH.replace('{sub}', subOf(token))}`;
    const counts = { passed: 0, failed: 0 };
    await runContract(journey, profileUrl, token, token, counts);
    await runContract(journey, urlForAdministrators, administratorToken, token, counts);
    journey.report.heading(`${counts.passed} passed, ${counts.failed} failed`);
    if (counts.failed > 0) {
      throw new Failure('The service violates the contract over HTTP.');
    }
  });
}

/** Runs the contract for the profile of the user, at a URL, with a token of the user or of an administrator. */
async function runContract(
  journey: Journey,
  url: string,
  token: string,
  userToken: string,
  counts: { passed: number; failed: number },
): Promise<void> {
  const { report, signal } = journey;
  const client = new Client(url, token, signal);
  const service = await UserService.of(journey, client, userToken, ENVIRONMENT);

  const stale = staleExceptions(CASES);
  if (stale.length > 0) {
    throw new Failure(`No case is named ${stale.join(', ')}. Correct test/e2e/contract-over-http/gateway.ts.`);
  }
  report.heading(`The contract at ${url}`);
  let skipped = 0;
  for (const contractCase of CASES) {
    const reason = reasonToSkip(contractCase);
    if (reason) {
      report.note(`skipped: ${contractCase.name} (${reason})`);
      skipped += 1;
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
  report.note(`${skipped} of ${CASES.length} skipped`);
}

void runCommand(main);
