import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  CloudFormationServiceException,
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { Checks } from './checks';
import { AskedResource, Deployment } from './deployment';
import { Exception, EXCEPTIONS, nameOf } from './exceptions';
import { Failure } from '../local/failure';
import { Journey } from '../local/journey';

const POLL_MILLISECONDS = 50;
const REMEDY = 'take it out of scripts/deploy-loaded/exceptions.ts';

/**
 * Fails for an exception that is no longer needed: nothing in the template matches it, or MiniStack now takes it. Properties that MiniStack
 * merely drops are checked in check-settings.ts.
 */
export async function checkExceptions(checks: Checks, deployment: Deployment, { aws, report, signal }: Journey): Promise<void> {
  const cloudFormation = new CloudFormationClient(aws);
  for (const [index, exception] of EXCEPTIONS.entries()) {
    report.note(`${nameOf(exception)}: ${exception.reason}.`);
    const concerned = deployment.ofType(exception.type).filter(({ properties }) => !exception.property || exception.property in properties);
    if (concerned.length === 0) {
      await checks.check(nameOf(exception), async () => {
        throw new Failure(`Nothing that is asked for has it; ${REMEDY}.`);
      }, String);
    } else if (exception.rejectedWith) {
      await checks.check(nameOf(exception), async () => {
        const probe = { name: `Probe${index}`, resource: concerned[0], properties: deployment.asked(concerned[0]) };
        showRejected(exception, await answerTo(probe, cloudFormation, signal));
      }, () => `${concerned.length}, still rejected`);
    }
  }
}

function showRejected({ rejectedWith }: Exception, answer: string | undefined): void {
  if (answer === undefined) {
    throw new Failure(`MiniStack takes it by now; ${REMEDY}.`);
  }
  if (!rejectedWith!.test(answer)) {
    throw new Failure(`MiniStack rejects it for another reason than ${rejectedWith}: ${answer}`);
  }
}

interface Probe {
  readonly name: string;
  readonly resource: AskedResource;
  readonly properties: Record<string, unknown>;
}

/** Deploys a resource by itself, as it was asked for; answers what CloudFormation has against it, if anything. */
async function answerTo({ name, resource, properties }: Probe, client: CloudFormationClient, signal: AbortSignal): Promise<string | undefined> {
  const options = { abortSignal: signal };
  const template = { Resources: { [resource.logicalId]: { Type: resource.type, Properties: properties } } };
  const stack = { StackName: name };
  try {
    await client.send(new CreateStackCommand({ ...stack, TemplateBody: JSON.stringify(template), OnFailure: 'DO_NOTHING' }), options);
  } catch (error) {
    if (error instanceof CloudFormationServiceException) {
      return error.message;
    }
    throw error;
  }
  const status = async () => (await client.send(new DescribeStacksCommand(stack), options)).Stacks![0].StackStatus!;
  while ((await status()).endsWith('_IN_PROGRESS')) {
    await sleep(POLL_MILLISECONDS, undefined, { signal });
  }
  if (await status() === 'CREATE_COMPLETE') {
    return undefined;
  }
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand(stack), options);
  const failure = StackEvents.find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
  return failure?.ResourceStatusReason ?? 'it gives no reason';
}
