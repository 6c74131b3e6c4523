import { repeatCorsSetting, useFromPage } from './cors';
import { changeAndEraseProfile, createAndReadProfile, expectForeignTokensRejected } from './profile';
import { suggest } from './suggestions';
import { inSession, runCommand } from '../lib/command/command';
import { Interruption } from '../lib/command/interruption';
import { HELP, Options, readOptions } from '../lib/command/options';
import { Report } from '../lib/command/report';
import { Session } from '../lib/command/session';
import { localSignOutUrl } from '../lib/local-aws/addresses';
import { startLocalService } from '../lib/local-aws/local-service';
import { MiniStack, untilEnded } from '../lib/local-aws/ministack';
import { statusOf } from '../lib/user/http';
import { signIn } from '../lib/user/sign-in';
import { signOut } from '../lib/user/sign-out';
import { signUp } from '../lib/user/sign-up';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return;
  }
  await inSession(async (session) => {
    const ministack = await deployAndUse(options, session);
    if (!options.once) {
      await untilStopped(ministack, session.signal);
    }
  });
  console.log('All processes have ended.');
}

async function deployAndUse({ runtime, port, once }: Options, session: Session): Promise<MiniStack> {
  const report = new Report();
  const { ministack, app, journey } = await startLocalService(session, report, { runtime, port });

  report.heading('Sign-up and sign-in');
  await signUp(journey);
  report.note('MiniStack sends no mail, and accepts any code.');
  const token = await signIn(journey);

  report.heading(`The profile at ${journey.profileUrl}`);
  await expectForeignTokensRejected(journey, token);
  await createAndReadProfile(journey, token);
  await changeAndEraseProfile(journey, token);

  report.heading('CORS');
  await repeatCorsSetting(journey, await app.template());
  report.note('MiniStack ignores the CORS configuration of CloudFormation. AWS does not need this call.');
  await useFromPage(journey, token);

  report.heading('Sign-out');
  const signOutUrl = localSignOutUrl(journey.aws.endpoint, journey.outputs.SignOutUrl);
  await report.step('GET /logout: a redirect to the app', async () => signOut(signOutUrl, session.signal), statusOf);

  report.heading(report.summary());
  if (!once) {
    suggest(journey, token, session.path('MiniStack.log'));
  }
  return ministack;
}

/** Runs until Ctrl-C, which is a success. An exit of MiniStack is a failure. */
async function untilStopped(ministack: MiniStack, signal: AbortSignal): Promise<void> {
  try {
    await untilEnded(ministack, signal);
  } catch (error) {
    if (!(error instanceof Interruption)) {
      throw error;
    }
    console.log();
  }
}

void runCommand(main);
