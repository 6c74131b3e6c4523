import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { Checks } from '../checks';
import { logGroupOutput } from './every-prop-app';
import { Failure } from '../../../scripts/lib/command/failure';
import { Outputs } from '../../../scripts/lib/local-aws/cdk-app';
import { Journey } from '../../../scripts/lib/user/journey';
import { HANDLERS } from '../../handlers/contract';

/** Checks that each function logs its requests to its own log group. */
export async function checkLogs(checks: Checks, { aws, signal }: Journey, outputs: Outputs): Promise<void> {
  const client = new CloudWatchLogsClient(aws);
  for (const method of Object.keys(HANDLERS)) {
    await checks.check(`The log group of ${method} has its requests only`, async () => {
      const routes: string[] = [];
      const logGroupName = outputs[logGroupOutput(method)];
      const pages = paginateFilterLogEvents({ client }, { logGroupName }, { abortSignal: signal });
      for await (const { events = [] } of pages) {
        routes.push(...events.map(({ message = '' }) => routeIn(message)).filter((route) => route !== undefined));
      }
      if (routes.length === 0 || routes.some((route) => route !== `${method} /user/profile`)) {
        throw new Failure(`The log group ${logGroupName} has these routes: ${routes.join(', ') || 'none'}.`);
      }
      return routes.length;
    }, (count) => `${count} requests`);
  }
}

/** The route in a log line of a handler. Log lines of Lambda itself have none. */
function routeIn(line: string): string | undefined {
  return line.startsWith('{') ? JSON.parse(line).route : undefined;
}
