import { ensurePythonEnvironment, PythonUnavailableError } from '../python-environment';
import { localApiUrl, localSignInUrl } from './addresses';
import { preflight, repeatCorsSetting } from './cors';
import { Failure } from './failure';
import { freePort } from './free-port';
import { Interruption, onInterruption } from './interruption';
import { Journey } from './journey';
import { localAws } from './local-aws';
import { MiniStack, startMiniStack, untilEnded } from './ministack';
import { HELP, Options, readOptions } from './options';
import { changeAndEraseProfile, createAndReadProfile, showThatOthersStayOut } from './profile';
import { Report } from './report';
import { SampleApp } from './sample-app';
import { Session } from './session';
import { signIn } from './sign-in';
import { signUp } from './sign-up';
import { suggest } from './suggestions';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return;
  }
  // What the SDK has to say about this Node.js does not concern the one who tries the sample app.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const session = await Session.open(onInterruption());
  try {
    const ministack = await showItAll(options, session);
    if (!options.once) {
      await untilStopped(ministack, session.signal);
    }
  } catch (error) {
    // Whatever went wrong because of an interruption is not the news.
    session.signal.throwIfAborted();
    throw error;
  } finally {
    await session.close();
  }
  console.log('Nothing is left running.');
}

async function showItAll({ runtime, port, once }: Options, session: Session): Promise<MiniStack> {
  const { signal } = session;
  const report = new Report();
  const freeOrWantedPort = await freePort(port);

  report.heading('A local AWS');
  const { python } = await report.step(
    'Python environment in .venv',
    async (progress) => ensurePythonEnvironment(progress, signal),
    ({ version }) => `Python ${version}`,
  );
  const ministack = await report.step(
    'MiniStack',
    async () => startMiniStack(session, python, freeOrWantedPort),
    ({ endpoint }) => endpoint,
  );

  report.heading('The sample app');
  const app = new SampleApp(session, ministack.endpoint);
  await report.step('cdk bootstrap', async () => app.bootstrap(), () => 'done');
  const outputs = await report.step(
    `cdk deploy, with the ${runtime} handlers and the classic sign-in page`,
    async () => app.deploy(runtime),
    () => 'done',
  );
  report.note('Classic, because MiniStack rejects the resource type AWS::Cognito::ManagedLoginBranding.');
  report.note(`Functions run on this machine's ${runtime === 'python' ? 'Python' : 'Node.js'}.`);
  report.note('IAM is not enforced.');

  const journey: Journey = {
    aws: localAws(ministack.endpoint),
    outputs,
    profileUrl: localApiUrl(ministack.endpoint, outputs.ProfileUrl),
    signInUrl: localSignInUrl(ministack.endpoint, outputs.SignInUrl),
    report,
    signal,
  };
  report.heading('Sign-up and sign-in');
  await signUp(journey);
  report.note('MiniStack sends no mail, and takes any code.');
  const token = await signIn(journey);

  report.heading(`The profile at ${journey.profileUrl}`);
  await showThatOthersStayOut(journey, token);
  await createAndReadProfile(journey, token);
  await changeAndEraseProfile(journey, token);

  report.heading('CORS');
  await repeatCorsSetting(journey, await app.template());
  report.note('MiniStack heeds no CORS setting that came by CloudFormation; AWS needs no such call.');
  await preflight(journey);

  report.heading(report.summary());
  if (!once) {
    suggest(journey, token, session.path('MiniStack.log'));
  }
  return ministack;
}

/** Ctrl-C is the good end of a command that stays; that MiniStack ends is a bad one. */
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

main().catch((error: unknown) => {
  if (error instanceof Failure || error instanceof Interruption) {
    process.exitCode = error.exitCode;
    console.error(`\n${error.message}`);
  } else {
    process.exitCode = 1;
    console.error(error instanceof PythonUnavailableError ? `\n${error.message}` : error);
  }
});
