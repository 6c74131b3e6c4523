import { basename } from 'node:path';
import { callLogs } from './calls';
import { LocalAws } from './local-aws';

const PERIOD_MILLISECONDS = 60 * 60 * 1_000;

interface LogGroups {
  readonly logGroups: readonly { readonly logGroupName: string }[];
  readonly nextToken?: string;
}

interface LogEvents {
  readonly events: readonly { readonly timestamp: number; readonly message: string }[];
}

/** Returns what the functions logged in the last hour, oldest first: a line for each event, with its time and log group. */
export async function functionLogs(aws: LocalAws, signal: AbortSignal): Promise<string> {
  const startTime = Date.now() - PERIOD_MILLISECONDS;
  const lines = await Promise.all((await logGroupNames(aws, signal)).map(async (logGroupName) => {
    const { events } = await callLogs<LogEvents>(aws, 'FilterLogEvents', { logGroupName, startTime }, signal);
    return events.map(({ timestamp, message }) => ({
      timestamp,
      text: `${new Date(timestamp).toISOString()} ${basename(logGroupName)} ${message}\n`,
    }));
  }));
  return lines.flat().sort((one, other) => one.timestamp - other.timestamp).map(({ text }) => text).join('');
}

async function logGroupNames(aws: LocalAws, signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  let nextToken: string | undefined;
  do {
    const page: LogGroups = await callLogs<LogGroups>(aws, 'DescribeLogGroups', { nextToken }, signal);
    names.push(...page.logGroups.map(({ logGroupName }) => logGroupName));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return names;
}
