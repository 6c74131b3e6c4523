import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { Checks } from './checks';
import { Deployment } from './deployment';
import { HANDLERS } from '../../test/handlers/contract';
import { Failure } from '../local/failure';
import { Journey } from '../local/journey';

/** Shows that the lines of the requests are in the log groups of the functions, each in that of its own. */
export async function checkLogs(checks: Checks, deployment: Deployment, { aws, signal }: Journey): Promise<void> {
  const client = new CloudWatchLogsClient(aws);
  const functions = deployment.ofType('AWS::Lambda::Function').map((resource) => deployment.asked(resource));
  for (const { Handler, LoggingConfig } of functions) {
    const [method] = Object.entries(HANDLERS).find(([, name]) => Handler === `profile.${name}`)!;
    await checks.check(`Lines of ${method} in ${LoggingConfig.LogGroup.split('/').at(-1)}`, async () => {
      const routes: string[] = [];
      const pages = paginateFilterLogEvents({ client }, { logGroupName: LoggingConfig.LogGroup }, { abortSignal: signal });
      for await (const { events = [] } of pages) {
        routes.push(...events.map(({ message = '' }) => routeIn(message)).filter((route) => route !== undefined));
      }
      if (routes.length === 0 || routes.some((route) => route !== `${method} /user/profile`)) {
        throw new Failure(`The routes in it are ${routes.join(', ') || 'none'}.`);
      }
      return routes.length;
    }, String);
  }
}

/** The route in a line of a handler; the platform's own lines have none. */
function routeIn(line: string): string | undefined {
  return line.startsWith('{') ? JSON.parse(line).route : undefined;
}
