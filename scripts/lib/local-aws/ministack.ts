import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK } from './free-port';
import { CREDENTIALS, REGION } from './local-aws';
import { Failure } from '../command/failure';
import { untilAborted } from '../command/interruption';
import { ProcessGroup } from '../command/process-group';
import { Session } from '../command/session';

const START_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 100;

export interface MiniStack {
  readonly endpoint: string;
  readonly group: ProcessGroup;
}

/** Starts MiniStack and waits until it answers. */
export async function startMiniStack(session: Session, python: string, port: number): Promise<MiniStack> {
  const endpoint = `http://${LOOPBACK}:${port}`;
  const group = session.start({
    name: 'MiniStack',
    file: python,
    args: ['-m', 'ministack'],
    // It runs Python functions on the first `python3` that it finds; the one of the environment has boto3.
    programs: dirname(python),
    env: {
      PYTHONUTF8: '1',
      BIND_HOST: LOOPBACK,
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: REGION,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      STATE_DIR: session.path('state'),
      S3_DATA_DIR: session.path('s3'),
      LAMBDA_EXECUTOR: 'local',
      // It would listen on a port of its own.
      IOT_MTLS_ENABLED: '0',
    },
  });
  const ministack = { endpoint, group };
  const deadline = Date.now() + START_MILLISECONDS;
  while (!(await isReady(endpoint, session.signal))) {
    if (Date.now() > deadline) {
      throw new Failure(`MiniStack does not answer at ${endpoint} after ${START_MILLISECONDS / 1_000} s.`);
    }
    await Promise.race([sleep(POLL_MILLISECONDS), untilEnded(ministack, session.signal)]);
  }
  return ministack;
}

/** Never returns: MiniStack is not to end before the session does. */
export async function untilEnded({ group }: MiniStack, signal: AbortSignal): Promise<never> {
  const reason = await untilAborted(group.exit, signal);
  throw new Failure(`MiniStack ended (${reason ?? 'exit code 0'}). The end of its output:\n\n${await group.tail()}`);
}

async function isReady(endpoint: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/_ministack/ready`, { signal })).ok;
  } catch (error) {
    signal.throwIfAborted();
    // A refused connection is a TypeError; how long that may last is the caller's to say.
    if (error instanceof TypeError) {
      return false;
    }
    throw error;
  }
}
