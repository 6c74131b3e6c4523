import { checkAvatars } from './check-avatars';
import { checkSignUp } from './check-sign-up';
import { checkTokens } from './check-tokens';
import { RECIPES_APP } from './recipes-app';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { readRuntimeOrHelp, Runtime } from '../../../scripts/lib/command/options';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { LocalService, startLocalService } from '../../../scripts/lib/local-aws/local-service';
import { Checks } from '../checks';

const HELP = `Usage: npm run recipes -- [options]

Deploys what the recipes show (docs/recipes) to a local AWS, and uses it as the users of an app do.

MiniStack does not invoke the post confirmation trigger. The command finds the function in the settings
of the user pool, and invokes it with the events that Cognito is documented to send.

Options:
  --runtime <name>   the functions to deploy: nodejs or python (default: nodejs)
  --help             print this help
`;

async function main(): Promise<void> {
  const options = readRuntimeOrHelp(process.argv.slice(2), HELP);
  if (!options) {
    return;
  }
  await inSession(async (session) => deployAndUse(session, options.runtime));
}

async function deployAndUse(session: Session, runtime: Runtime): Promise<void> {
  const report = new Report();
  const service = await startLocalService(session, report, runtime, RECIPES_APP);
  report.note('MiniStack does not invoke the post confirmation trigger; these checks do, with the events of Cognito.');
  const checks = new Checks(report, session.signal);
  await checks.attempt('The checks', async () => checkRecipes(checks, service));
  checks.conclude();
}

async function checkRecipes(checks: Checks, { outputs, journey }: LocalService): Promise<void> {
  const user = await checkSignUp(checks, journey);
  await checkTokens(checks, user.journey, user.token, outputs.TableName);
  await checkAvatars(checks, user.journey, user.token);
}

void runCommand(main);
