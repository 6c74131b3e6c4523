import { localApiUrl, localSignInUrl } from './addresses';
import { CdkApp, Outputs } from './cdk-app';
import { freePort } from './free-port';
import { localAws } from './local-aws';
import { MiniStack, startMiniStack } from './ministack';
import { SAMPLE_APP } from './sample-app';
import { Options } from '../command/options';
import { Report } from '../command/report';
import { Session } from '../command/session';
import { ensurePythonEnvironment } from '../python-environment';
import { Journey } from '../user/journey';

/** The sample app on a local AWS. */
export interface LocalService {
  readonly ministack: MiniStack;
  readonly app: CdkApp;
  readonly journey: Journey;
}

/** Starts a local AWS and deploys the sample app to it. */
export async function startLocalService(
  session: Session,
  report: Report,
  { runtime, port }: Pick<Options, 'runtime' | 'port'>,
): Promise<LocalService> {
  const ministack = await startLocalAws(session, report, port);

  report.heading('The sample app');
  const app = new CdkApp(session, ministack.endpoint, SAMPLE_APP);
  const title = `with the ${runtime} handlers and the classic sign-in page`;
  const outputs = await deployLocally(app, report, title, { runtime, signInPage: 'classic' });
  report.note('Classic, because MiniStack rejects the resource type AWS::Cognito::ManagedLoginBranding.');
  noteDifferences(report, runtime);

  return {
    ministack,
    app,
    journey: {
      aws: localAws(ministack.endpoint),
      outputs,
      profileUrl: localApiUrl(ministack.endpoint, outputs.ProfileUrl),
      signInUrl: localSignInUrl(ministack.endpoint, outputs.SignInUrl),
      report,
      signal: session.signal,
    },
  };
}

/** Starts an empty local AWS. */
export async function startLocalAws(session: Session, report: Report, port?: number): Promise<MiniStack> {
  const freeOrWantedPort = await freePort(port);

  report.heading('A local AWS');
  const { python } = await report.step(
    'Python environment in .venv',
    async (progress) => ensurePythonEnvironment(progress, session.signal),
    ({ version }) => `Python ${version}`,
  );
  return report.step(
    'MiniStack',
    async () => startMiniStack(session, python, freeOrWantedPort),
    ({ endpoint }) => endpoint,
  );
}

/** Bootstraps an empty local AWS and deploys an app to it. */
export async function deployLocally(app: CdkApp, report: Report, title: string, context: Record<string, string>): Promise<Outputs> {
  await report.step('cdk bootstrap', async () => app.bootstrap(), () => 'done');
  return report.step(`cdk deploy, ${title}`, async () => app.deploy(context), () => 'done');
}

/** Prints how the local AWS differs from AWS. */
export function noteDifferences(report: Report, runtime: Options['runtime']): void {
  report.note(`Functions run on this machine's ${runtime === 'python' ? 'Python' : 'Node.js'}.`);
  report.note('IAM is not enforced.');
}
