import { localApiUrl, localSignInUrl } from './addresses';
import { freePort } from './free-port';
import { Journey } from './journey';
import { localAws } from './local-aws';
import { MiniStack, startMiniStack } from './ministack';
import { Options } from './options';
import { Report } from './report';
import { SampleApp } from './sample-app';
import { Session } from './session';
import { ensurePythonEnvironment } from '../python-environment';

/** The sample app on a local AWS. */
export interface LocalService {
  readonly ministack: MiniStack;
  readonly app: SampleApp;
  readonly journey: Journey;
}

/** Starts a local AWS and deploys the sample app to it. */
export async function startLocalService(
  session: Session,
  report: Report,
  { runtime, port }: Pick<Options, 'runtime' | 'port'>,
): Promise<LocalService> {
  const { signal } = session;
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

  return {
    ministack,
    app,
    journey: {
      aws: localAws(ministack.endpoint),
      outputs,
      profileUrl: localApiUrl(ministack.endpoint, outputs.ProfileUrl),
      signInUrl: localSignInUrl(ministack.endpoint, outputs.SignInUrl),
      report,
      signal,
    },
  };
}
