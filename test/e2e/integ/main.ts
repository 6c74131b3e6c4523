import { StackSummary } from '@aws-sdk/client-cloudformation';
import { INTEGRATION_TESTS } from './ministack';
import { listStacks, readResults, Result } from './results';
import { runIntegrationTests } from './runner';
import { inSession, runCommand } from '../../../scripts/lib/command/command';
import { Failure } from '../../../scripts/lib/command/failure';
import { readArguments } from '../../../scripts/lib/command/options';
import { Report } from '../../../scripts/lib/command/report';
import { Session } from '../../../scripts/lib/command/session';
import { CdkApp } from '../../../scripts/lib/local-aws/cdk-app';
import { localAws } from '../../../scripts/lib/local-aws/local-aws';
import { startLocalAws } from '../../../scripts/lib/local-aws/local-service';
import { SAMPLE_APP } from '../../../scripts/lib/local-aws/sample-app';
import { CHECKS } from '../../integ/program/checks';
import { Checks } from '../checks';

const HELP = `Usage: npm run integ:local

Runs the integration tests with integ-runner on a local AWS, as \`npx projen integ:deploy\` does on AWS.
test/e2e/integ/ministack.ts lists what the local AWS does differently. A check that fails there only must fail.
`;

async function main(): Promise<void> {
  const { help } = readArguments(process.argv.slice(2), { help: { type: 'boolean', short: 'h', default: false } });
  if (help) {
    console.log(HELP);
    return;
  }
  await inSession(deployAndCheck);
}

async function deployAndCheck(session: Session): Promise<void> {
  const { signal } = session;
  const report = new Report();
  const { endpoint } = await startLocalAws(session, report);

  report.heading('The integration tests');
  await report.step('cdk bootstrap', async () => new CdkApp(session, endpoint, SAMPLE_APP).bootstrap(), () => 'done');
  await report.step('integ-runner', async () => runIntegrationTests(session, endpoint), (count) => `${count} tests`);

  report.heading('Their checks');
  const stacks = await listStacks(localAws(endpoint), signal);
  const results = await Promise.all(stacks.map(async (stack) => readResults(localAws(endpoint), stack, signal)));
  const checks = new Checks(report, signal);
  await checkResults(checks, report, results.flat());
  await checks.check('No test leaves a stack', async () => expectDeleted(stacks), (count) => `${count} stacks deleted`);
  checks.conclude();
}

/** Checks that each check has passed, except those that fail on MiniStack only. */
async function checkResults(checks: Checks, report: Report, results: Result[]): Promise<void> {
  const failing = Object.assign({}, ...Object.values(INTEGRATION_TESTS).map((test) => test.failing));
  for (const { check, failure } of results) {
    const reason = failing[check];
    if (reason && failure) {
      report.note(`${check} fails on MiniStack only: ${reason}.`);
    } else {
      await checks.check(check, async () => expectPassed(failure, reason), () => 'passed');
    }
  }
  const missing = Object.keys({ ...CHECKS, ...failing }).filter((name) => !results.some(({ check }) => check === name));
  for (const check of missing) {
    await checks.check(check, async () => expectPassed('No integration test has a result of this check.'), () => '');
  }
}

function expectPassed(failure: string | undefined, reason?: string): void {
  if (failure) {
    throw new Failure(failure);
  }
  if (reason) {
    throw new Failure(`The check passes. Remove it from ministack.ts, where the reason is: ${reason}.`);
  }
}

function expectDeleted(stacks: StackSummary[]): number {
  const left = stacks.filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE');
  if (left.length > 0 || stacks.length === 0) {
    throw new Failure(`These stacks are left: ${left.map(({ StackName }) => StackName).join(', ') || 'none, because there were none'}.`);
  }
  return stacks.length;
}

void runCommand(main);
