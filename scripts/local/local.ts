import { openDataDirectory } from './data-directory';
import { openGateway } from './gateway';
import { Installation } from './installation';
import { openBrowser } from './open-browser';
import { helpOf, Options, readOptions } from './options';
import { pageSignInUrl, pageSignOutUrl, registerPage } from './page-client';
import { PageConfig, PageServer } from './page-server';
import { findProfileService, ProfileService } from './profile-services';
import { readProfileSchema } from './schema';
import { readSeed, SeedUser } from './seed';
import { suggest } from './suggestions';
import { createUsers, userExists } from './users';
import { inSession } from '../lib/command/command';
import { Interruption } from '../lib/command/interruption';
import { Report } from '../lib/command/report';
import { Session } from '../lib/command/session';
import { CdkApp } from '../lib/local-aws/cdk-app';
import { freePort } from '../lib/local-aws/free-port';
import { LocalAws, localAws } from '../lib/local-aws/local-aws';
import { deployLocally, noteDifferences, startLocalAws } from '../lib/local-aws/local-service';
import { MiniStack, untilEnded } from '../lib/local-aws/ministack';
import { findPython } from '../lib/python-environment';
import { send, statusOf } from '../lib/user/http';
import { Journey, USER } from '../lib/user/journey';

/** Runs the local command: deploys an app to a local AWS, and serves the page of its profile service until Ctrl-C. */
export async function runLocal(installation: Installation, args: string[]): Promise<void> {
  const options = readOptions(args, installation);
  if (options.help) {
    console.log(helpOf(installation));
    return;
  }
  // Before anything starts, because the file can have mistakes.
  const seed = options.seed === undefined ? undefined : await readSeed(options.seed);
  await inSession(async (session) => {
    const ministack = await startAndUse(session, installation, options, seed);
    if (!options.once) {
      await untilStopped(ministack, session.signal);
    }
  });
  console.log('All processes have ended.');
}

async function startAndUse(session: Session, installation: Installation, options: Options, seed?: SeedUser[]): Promise<MiniStack> {
  const { signal } = session;
  const report = new Report();
  const data = options.data === undefined ? undefined : await openDataDirectory(session, options.data);
  // What can be wrong with the machine is found before anything that takes long.
  const page = await PageServer.listen(session, options.pagePort);
  await freePort(options.port);
  await findPython(signal);
  if (options.bundle) {
    await installation.bundle!(session, report);
  }
  const ministack = await startLocalAws(session, report, { port: options.port, packages: installation.packages, data });
  const aws = localAws(ministack.endpoint);
  page.endpoint = aws.endpoint;

  const assembly = await deploy(session, report, aws, page, installation, options);
  const service = await report.step('Find the profile service', async () => findProfileService(aws, options.service, signal), ({ name }) => name);
  await report.step('Set its CORS configuration, which MiniStack ignores', async () => openGateway(aws, service, signal), () => 'done');
  await showOnPage(report, aws, page, service, await readProfileSchema(assembly, service), signal);

  const journey: Journey = {
    aws,
    user: seed?.[0] ?? USER,
    userPoolId: service.userPoolId,
    userPoolClientId: service.userPoolClientId,
    profileUrl: service.profileUrl,
    signInUrl: pageSignInUrl(aws.endpoint, service, page.url),
    report,
    signal,
  };
  const isNewSample = isSample(installation, options) && !seed && !await userExists(journey);
  const user = isNewSample
    ? await installation.walkThrough!(journey, pageSignOutUrl(aws.endpoint, service, page.url))
    : await createUsers(journey, seed ?? [USER]);

  report.heading(report.summary());
  if (options.once) {
    return ministack;
  }
  if (options.watch) {
    await installation.watch!(session, report, aws, service);
  }
  suggest({ page, journey, user, data, watch: options.watch, log: session.path('MiniStack.log') });
  if (options.open) {
    openBrowser(page.url, report);
  }
  return ministack;
}

/** Deploys the app. Returns its cloud assembly. */
async function deploy(
  session: Session,
  report: Report,
  aws: LocalAws,
  page: PageServer,
  installation: Installation,
  options: Options,
): Promise<string> {
  if (isSample(installation, options)) {
    const { runtime } = options;
    report.heading('The sample app');
    const app = new CdkApp(session, aws.endpoint, installation.sampleApp!);
    await deployLocally(app, report, `with the ${runtime} handlers`, { runtime, pageUrl: page.url });
    noteDifferences(report, runtime);
    return app.assembly;
  }
  report.heading('The app');
  const source = { command: options.app, directory: process.cwd(), stack: options.stack, inUserEnvironment: true };
  const app = new CdkApp(session, aws.endpoint, source);
  await deployLocally(app, report, options.stack ?? 'all stacks', {});
  return app.assembly;
}

function isSample({ sampleApp }: Installation, { app }: Options): boolean {
  return sampleApp !== undefined && app === undefined;
}

async function showOnPage(
  report: Report,
  aws: LocalAws,
  page: PageServer,
  service: ProfileService,
  profileSchema: PageConfig['profileSchema'],
  signal: AbortSignal,
): Promise<void> {
  if (await registerPage(aws, service, page.url, signal)) {
    report.note(`The app client has ${page.url} as a callback and logout URL, on the local AWS only.`);
  }
  page.show({
    issuer: service.issuer,
    clientId: service.userPoolClientId,
    profileUrl: service.profileUrl,
    profileSchema,
    metadataUrl: `${aws.endpoint}/${service.userPoolId}/.well-known/openid-configuration`,
  });
  await report.step(`The page at ${page.url}`, async () => send(page.url, 200, { signal }), statusOf);
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
