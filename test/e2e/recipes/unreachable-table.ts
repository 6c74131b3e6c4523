import { GetFunctionConfigurationCommand, LambdaClient, UpdateFunctionConfigurationCommand, waitUntilFunctionUpdatedV2 } from '@aws-sdk/client-lambda';
import { triggerOf } from './pool-trigger';
import { Failure } from '../../../scripts/lib/command/failure';
import { freePort, LOOPBACK } from '../../../scripts/lib/local-aws/free-port';
import { functionLogs } from '../../../scripts/lib/local-aws/function-logs';
import { Journey } from '../../../scripts/lib/user/journey';

const MAX_WAIT_SECONDS = 30;

/** Runs something while the post confirmation trigger calls DynamoDB at an address that refuses connections, which it must log. */
export async function withoutTable(journey: Journey, run: () => Promise<string>): Promise<void> {
  const { aws, signal } = journey;
  const lambda = new LambdaClient(aws);
  const FunctionName = await triggerOf(journey);
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }), { abortSignal: signal });
  const set = async (variables: Record<string, string> = {}) => {
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: variables } }), { abortSignal: signal });
    await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: MAX_WAIT_SECONDS, abortSignal: signal }, { FunctionName });
  };

  await set({ ...Environment?.Variables, AWS_ENDPOINT_URL_DYNAMODB: `http://${LOOPBACK}:${await freePort()}` });
  try {
    const sub = await run();
    const logs = await functionLogs(aws, signal);
    if (!logs.includes(`profile-not-created ${sub}`)) {
      throw new Failure(`The function logged nothing of the profile of ${sub}: ${logs}`);
    }
  } finally {
    await set(Environment?.Variables);
  }
}
