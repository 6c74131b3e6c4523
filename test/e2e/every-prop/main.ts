import { checkLogs } from './check-logs';
import { checkUse } from './check-use';
import { Checks } from '../checks';
import { EVERY_PROP_APP } from './every-prop-app';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Options, readRuntimeOrHelp } from '../../../scripts/lib/command/options';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { localSignInUrl } from '../../../scripts/lib/local-aws/addresses';
import { CdkApp } from '../../../scripts/lib/local-aws/cdk-app';
import { localAws } from '../../../scripts/lib/local-aws/local-aws';
import { deployLocally, noteDifferences, startLocalAws } from '../../../scripts/lib/local-aws/local-service';
import { Journey } from '../../../scripts/lib/user/journey';
import { signInForTokens } from '../../../scripts/lib/user/sign-in';
import { signUp } from '../../../scripts/lib/user/sign-up';

const HELP = `Usage: npm run deploy:every-prop -- [options]

Deploys a stack with all compatible props of the construct to a local AWS, and uses the service over HTTP.
test/e2e/unsupported.ts lists what the local AWS rejects. It is left out of the deployment.

Options:
  --runtime <name>   the handlers to deploy: nodejs or python (default: nodejs)
  --help             print this help
`;

async function main(): Promise<void> {
  const options = readRuntimeOrHelp(process.argv.slice(2), HELP);
  if (!options) {
    return;
  }
  await inSession(async (session) => deployAndUse(session, options));
}

async function deployAndUse(session: Session, { runtime }: Pick<Options, 'runtime'>): Promise<void> {
  const report = new Report();
  const { endpoint } = await startLocalAws(session, report);

  report.heading('The stack with every prop');
  const app = new CdkApp(session, endpoint, EVERY_PROP_APP);
  const outputs = await deployLocally(app, report, `with the ${runtime} handlers`, { runtime });
  noteDifferences(report, runtime);

  const { ProfileUrl: profileUrl, SignInUrl } = outputs;
  const signInUrl = localSignInUrl(endpoint, SignInUrl);
  const journey = { aws: localAws(endpoint), outputs, profileUrl, signInUrl, report, signal: session.signal };
  const checks = new Checks(report, session.signal);
  await checks.attempt('The checks', async () => checkService(checks, journey));
  checks.conclude();
}

async function checkService(checks: Checks, journey: Journey): Promise<void> {
  const { report, profileUrl } = journey;
  report.heading('Sign-up and sign-in');
  await signUp(journey);
  const tokens = await signInForTokens(journey);

  report.heading(`The profile at ${profileUrl}`);
  await checkUse(checks, journey, tokens);
  await checkLogs(checks, journey);
}

void runCommand(main);
