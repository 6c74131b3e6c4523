import { checkAvatars } from './check-avatars';
import { checkSignUp } from './check-sign-up';
import { checkTokens } from './check-tokens';
import { RECIPES_APP } from './recipes-app';
import { LocalService } from '../../../scripts/lib/local-aws/local-service';
import { Checks } from '../checks';
import { runChecks } from '../run-checks';

const HELP = `Usage: npm run recipes -- [options]

Deploys what the recipes show (docs/recipes) to a local AWS, and uses it as the users of an app do.

MiniStack does not invoke the post confirmation trigger. The command finds the function in the settings
of the user pool, and invokes it with the events that Cognito is documented to send.

Options:
  --runtime <name>   the functions to deploy: nodejs or python (default: nodejs)
  --help             print this help
`;

async function checkRecipes(checks: Checks, { outputs, journey }: LocalService): Promise<void> {
  journey.report.note('MiniStack does not invoke the post confirmation trigger; these checks do, with the events of Cognito.');
  const user = await checkSignUp(checks, journey);
  await checkTokens(checks, user.journey, user.token, outputs.TableName);
  await checkAvatars(checks, user.journey, user.token);
}

runChecks(HELP, RECIPES_APP, checkRecipes);
