// Before the cases, which take `expect` for a global, as Jest has it.
import '../contract-http/expect';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkExceptions } from './check-exceptions';
import { checkLogs } from './check-logs';
import { compareResources, deploymentOf, listResources } from './check-resources';
import { checkSettings } from './check-settings';
import { checkUse } from './check-use';
import { Checks } from './checks';
import { LOADED_APP } from './loaded-app';
import { apiReaders } from './readers/api';
import { dataReaders } from './readers/data';
import { detectDrift, driftReaders } from './readers/drift';
import { operationsReaders } from './readers/operations';
import { signInReaders } from './readers/sign-in';
import { localSignInUrl } from '../local/addresses';
import { CdkApp, Template } from '../local/cdk-app';
import { inSession, runCommand } from '../local/command';
import { Journey } from '../local/journey';
import { localAws } from '../local/local-aws';
import { deployLocally, noteDifferences, startLocalAws } from '../local/local-service';
import { Options, readRuntimeOrHelp } from '../local/options';
import { Report } from '../local/report';
import { Session } from '../local/session';
import { signInForTokens } from '../local/sign-in';
import { signUp } from '../local/sign-up';

const HELP = `Usage: npm run deploy:loaded -- [options]

Deploys a stack with every prop of the construct that goes together to a local AWS, reads back every setting of every resource, and
uses the service over HTTP. What the local AWS does not take, or not keep, is named in scripts/deploy-loaded/exceptions.ts.

Options:
  --runtime <name>   which handlers to deploy: nodejs or python (default: nodejs)
  --help             print this
`;

async function main(): Promise<void> {
  const options = readRuntimeOrHelp(process.argv.slice(2), HELP);
  if (!options) {
    return;
  }
  await inSession(async (session) => deployAndCheck(session, options));
}

async function deployAndCheck(session: Session, { runtime }: Pick<Options, 'runtime'>): Promise<void> {
  const report = new Report();
  const { endpoint } = await startLocalAws(session, report);

  report.heading('The stack with every prop');
  const askedForDirectory = session.path('askedFor');
  const app = new CdkApp(session, endpoint, LOADED_APP);
  const outputs = await deployLocally(app, report, `with the ${runtime} handlers`, { runtime, askedFor: askedForDirectory });
  noteDifferences(report, runtime);

  const { ProfileUrl: profileUrl, SignInUrl } = outputs;
  const signInUrl = localSignInUrl(endpoint, SignInUrl);
  const journey = { aws: localAws(endpoint), outputs, profileUrl, signInUrl, report, signal: session.signal };
  const askedFor = JSON.parse(await readFile(join(askedForDirectory, `${LOADED_APP.stack}.template.json`), 'utf8'));
  const checks = new Checks(report, session.signal);
  await checks.attempt('The checks', async () => checkDeployment(checks, journey, askedFor));
  checks.conclude();
}

async function checkDeployment(checks: Checks, journey: Journey, askedFor: Template): Promise<void> {
  const { report, profileUrl } = journey;
  const deployed = await listResources(journey);
  const deployment = deploymentOf(askedFor, deployed);

  report.heading('What came out of what was asked for');
  await checks.check('CREATE_COMPLETE of every resource', async () => compareResources(deployment, deployed), (count) => `${count} resources`);
  const drifts = await checks.check('Drift detection', async () => detectDrift(journey), ({ size }) => `of ${size} resources`);
  const readers = {
    ...driftReaders(drifts ?? new Map()),
    ...signInReaders(journey),
    ...apiReaders(journey),
    ...dataReaders(journey),
    ...operationsReaders(journey),
  };
  await checkSettings(checks, deployment, readers);

  report.heading('The exceptions, and that they are needed still');
  await checkExceptions(checks, deployment, journey);

  report.heading('Sign-up and sign-in');
  const tokens = await checks.attempt('Sign-up and sign-in', async () => {
    await signUp(journey);
    return signInForTokens(journey);
  });

  report.heading(`The profile at ${profileUrl}`);
  if (tokens) {
    await checkUse(checks, journey, tokens);
    await checkLogs(checks, deployment, journey);
  }
}

void runCommand(main);
