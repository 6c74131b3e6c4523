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

/** Starts MiniStack and waits until it is ready. Keeps its state in the `data` directory, if specified. */
export async function startMiniStack(session: Session, python: string, port: number, data?: string): Promise<MiniStack> {
  const endpoint = `http://${LOOPBACK}:${port}`;
  const group = session.start({
    name: 'MiniStack',
    file: python,
    args: ['-m', 'ministack'],
    // MiniStack runs Python functions with the first `python3` in the path. That of the environment has boto3.
    programs: dirname(python),
    env: {
      PYTHONUTF8: '1',
      BIND_HOST: LOOPBACK,
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: REGION,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      STATE_DIR: data ?? session.path('state'),
      // MiniStack writes its state when it ends, and reads it when it starts.
      PERSIST_STATE: data === undefined ? '0' : '1',
      S3_DATA_DIR: session.path('s3'),
      LAMBDA_EXECUTOR: 'local',
      // The IoT broker listens on an additional port.
      IOT_MTLS_ENABLED: '0',
    },
  });
  const ministack = { endpoint, group };
  const deadline = Date.now() + START_MILLISECONDS;
  while (!(await isReady(endpoint, session.signal))) {
    if (Date.now() > deadline) {
      throw new Failure(`MiniStack is not ready at ${endpoint} after ${START_MILLISECONDS / 1_000} s.`);
    }
    await Promise.race([sleep(POLL_MILLISECONDS), untilEnded(ministack, session.signal)]);
  }
  return ministack;
}

/** Waits for MiniStack to exit, which is a failure before the session ends. */
export async function untilEnded({ group }: MiniStack, signal: AbortSignal): Promise<never> {
  const reason = await untilAborted(group.exit, signal);
  throw new Failure(`MiniStack exited (${reason ?? 'exit code 0'}). The end of its output:\n\n${await group.tail()}`);
}

async function isReady(endpoint: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/_ministack/ready`, { signal })).ok;
  } catch (error) {
    signal.throwIfAborted();
    // A refused connection is a TypeError. The caller limits the time.
    if (error instanceof TypeError) {
      return false;
    }
    throw error;
  }
}
