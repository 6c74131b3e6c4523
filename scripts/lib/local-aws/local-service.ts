import { homedir } from 'node:os';
import { localApiUrl, localSignInUrl } from './addresses';
import { CdkApp, CdkAppSource, Outputs } from './cdk-app';
import { freePort } from './free-port';
import { localAws } from './local-aws';
import { MiniStack, startMiniStack } from './ministack';
import { Runtime } from '../command/options';
import { Report } from '../command/report';
import { Session } from '../command/session';
import { ensurePythonEnvironment, PROJECT_PACKAGES, PythonPackages } from '../python-environment';
import { Journey, USER } from '../user/journey';

/** A service of an app, on a local AWS. */
export interface LocalService {
  readonly outputs: Outputs;
  readonly journey: Journey;
}

/** Starts a local AWS and deploys an app to it. The stack of the app has the outputs of one service. */
export async function startLocalService(session: Session, report: Report, runtime: Runtime, source: CdkAppSource): Promise<LocalService> {
  const { endpoint } = await startLocalAws(session, report);

  report.heading(`The stack ${source.stack}`);
  const app = new CdkApp(session, endpoint, source);
  await deployLocally(app, report, `with the ${runtime} handlers`, { runtime });
  noteDifferences(report, runtime);

  const outputs = await app.outputs();
  return {
    outputs,
    journey: {
      aws: localAws(endpoint),
      user: USER,
      userPoolId: outputs.UserPoolId,
      userPoolClientId: outputs.UserPoolClientId,
      profileUrl: localApiUrl(endpoint, outputs.ProfileUrl),
      signInUrl: localSignInUrl(endpoint, outputs.SignInUrl),
      report,
      signal: session.signal,
    },
  };
}

export interface LocalAwsOptions {
  /** The port. Without it, a free one. */
  readonly port?: number;
  readonly packages?: PythonPackages;
  /** The directory that keeps the state between runs. Without it, nothing is kept. */
  readonly data?: string;
}

/** Starts a local AWS. */
export async function startLocalAws(session: Session, report: Report, options: LocalAwsOptions = {}): Promise<MiniStack> {
  const { packages = PROJECT_PACKAGES, data } = options;
  const port = await freePort(options.port);

  report.heading('A local AWS');
  const { python } = await report.step(
    `Python environment in ${packages.directory.replace(homedir(), '~')}`,
    async (progress) => ensurePythonEnvironment(progress, session.signal, packages),
    ({ version }) => `Python ${version}`,
  );
  return report.step(
    'MiniStack',
    async () => startMiniStack(session, python, port, data),
    ({ endpoint }) => endpoint,
  );
}

/** Bootstraps a local AWS and deploys an app to it. */
export async function deployLocally(app: CdkApp, report: Report, title: string, context: Record<string, string>): Promise<void> {
  await report.step('cdk bootstrap', async () => app.bootstrap(), () => 'done');
  const leftOut = await report.step(`cdk deploy, ${title}`, async () => app.deploy(context), () => 'done');
  if (leftOut.length > 0) {
    report.note(`Left out, because MiniStack rejects it: ${leftOut.join(', ')}.`);
  }
}

/** Prints how the local AWS differs from AWS. */
export function noteDifferences(report: Report, runtime: Runtime): void {
  report.note(`Functions run on this machine's ${runtime === 'python' ? 'Python' : 'Node.js'}.`);
  report.note('IAM is not enforced.');
}
