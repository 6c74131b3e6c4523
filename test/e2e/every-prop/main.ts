import { checkLogs } from './check-logs';
import { checkUse } from './check-use';
import { Checks } from '../checks';
import { runChecks } from '../run-checks';
import { EVENTS_QUEUE_OUTPUT, EVERY_PROP_APP } from './every-prop-app';
import { LocalService } from '../../../scripts/lib/local-aws/local-service';
import { signInForTokens } from '../../../scripts/lib/user/sign-in';
import { signUp } from '../../../scripts/lib/user/sign-up';

const HELP = `Usage: npm run deploy:every-prop -- [options]

Deploys a stack with all compatible props of the construct to a local AWS, and uses the service over HTTP.
It leaves out what the local AWS rejects.

Options:
  --runtime <name>   the handlers to deploy: nodejs or python (default: nodejs)
  --help             print this help
`;

async function checkService(checks: Checks, { outputs, journey: localJourney }: LocalService): Promise<void> {
  // The API has a domain of its own.
  const journey = { ...localJourney, profileUrl: outputs.ProfileUrl };
  const { report, profileUrl } = journey;
  report.heading('Sign-up and sign-in');
  await signUp(journey);
  const tokens = await signInForTokens(journey);

  report.heading(`The profile at ${profileUrl}`);
  await checkUse(checks, journey, tokens, outputs[EVENTS_QUEUE_OUTPUT]);
  await checkLogs(checks, journey, outputs);
}

runChecks(HELP, EVERY_PROP_APP, checkService);
