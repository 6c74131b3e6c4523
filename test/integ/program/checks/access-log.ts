import { deepStrictEqual, ok } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { Reply } from '../../../../scripts/lib/user/http';
import { environment } from '../environment';
import { sendToProfile } from '../profile-request';
import { User } from '../user';

const POLL_MILLISECONDS = 2_000;

/** Each line of the access log is a JSON object, also of a request that the gateway rejects. Lines arrive after some time. */
export async function accessLog(): Promise<void> {
  const user = await User.create('logged');
  const rejected = await sendToProfile('GET', 401, { headers: { authorization: 'Bearer "quoted"' } });
  const handled = await user.send('GET', 404);
  const statuses = { [requestIdOf(rejected)]: '401', [requestIdOf(handled)]: '404' };

  const deadline = Date.now() + Number(environment('ACCESS_LOG_SECONDS')) * 1_000;
  let found = {};
  while (Object.keys(found).length < 2 && Date.now() < deadline) {
    await sleep(POLL_MILLISECONDS);
    const lines = (await readLines()).map((line) => JSON.parse(line));
    found = Object.fromEntries(lines.filter(({ requestId }) => requestId in statuses).map(({ requestId, status }) => [requestId, status]));
  }
  deepStrictEqual(found, statuses, `The access log lacks some of ${JSON.stringify(statuses)}: ${JSON.stringify(found)}`);
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html */
function requestIdOf({ headers }: Reply): string {
  const id = headers.get('apigw-requestid');
  ok(id, `The response has no apigw-requestid: ${JSON.stringify([...headers.keys()])}`);
  return id;
}

async function readLines(): Promise<string[]> {
  const lines: string[] = [];
  const pages = paginateFilterLogEvents({ client: new CloudWatchLogsClient() }, { logGroupName: environment('ACCESS_LOG_GROUP') });
  for await (const { events = [] } of pages) {
    lines.push(...events.map(({ message = '' }) => message));
  }
  return lines;
}
