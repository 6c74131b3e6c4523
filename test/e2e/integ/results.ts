import { CloudFormationClient, DescribeStacksCommand, paginateListStacks, StackSummary } from '@aws-sdk/client-cloudformation';
import { LocalAws } from '../../../scripts/lib/local-aws/local-aws';

const ASSERTION = 'AssertionResults';
const STACKS = /^CognitoProfileService/;

/** A check of an integration test, with the reason if it failed. */
export interface Result {
  readonly check: string;
  readonly failure?: string;
}

/** Lists the stacks of the integration tests, including those that were deleted. */
export async function listStacks(aws: LocalAws, signal: AbortSignal): Promise<StackSummary[]> {
  const stacks: StackSummary[] = [];
  for await (const { StackSummaries = [] } of paginateListStacks({ client: new CloudFormationClient(aws) }, {}, { abortSignal: signal })) {
    stacks.push(...StackSummaries.filter(({ StackName = '' }) => STACKS.test(StackName)));
  }
  return stacks;
}

/** Reads the results of the assertions of a stack, which are its outputs. */
export async function readResults(aws: LocalAws, { StackId }: StackSummary, signal: AbortSignal): Promise<Result[]> {
  const command = new DescribeStacksCommand({ StackName: StackId });
  const { Stacks: [stack] = [] } = await new CloudFormationClient(aws).send(command, { abortSignal: signal });
  const assertions = (stack.Outputs ?? []).filter(({ OutputKey = '' }) => OutputKey.startsWith(ASSERTION));
  return assertions.map(({ OutputKey, OutputValue }) => {
    const { status, message } = JSON.parse(OutputValue!);
    return { check: OutputKey!.slice(ASSERTION.length), failure: status === 'success' ? undefined : message ?? OutputValue };
  });
}
