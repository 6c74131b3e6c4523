import { IncomingMessage, ServerResponse } from 'http';
import { setTimeout as sleep } from 'timers/promises';
import { crc32 } from 'zlib';

/** An answer of DynamoDB's. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

/** What becomes of an answer on its way back. */
export type Fault = (request: IncomingMessage, response: ServerResponse, answer: Answer) => void | Promise<void>;

/** What happens to one call. */
export interface Treatment {
  readonly name: string;
  /** Whether the call reaches DynamoDB: before its answer goes wrong, not at all, or only when the script says so. */
  readonly reaches: 'before' | 'never' | 'late';
  readonly fault: Fault;
  /** What the answer says of the call, if anything: DynamoDB turned it away and did nothing, or the call is wrong. */
  readonly says?: 'turned away' | 'wrong';
}

/** Longer than the handlers wait for one answer. */
const TOO_LATE_MS = 4_500;
/** Often enough that no time limit between two bytes helps. */
const DRIBBLE_MS = 250;

/** What an answer may be where DynamoDB never saw the call. */
export const MADE_UP: Answer = {
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from('{"Item":{"pk":{"S":"USERS#ALL"}},"Attributes":{"pk":{"S":"USERS#ALL"}}}'),
};

/** The answer of DynamoDB that tells of an error. */
export function errorAnswer(status: number, type: string, message = 'secret detail'): Answer {
  const body = Buffer.from(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message }));
  return { status, headers: { ...MADE_UP.headers, 'x-amz-crc32': String(crc32(body)) }, body };
}

const failWith = (status: number, type: string): Fault => (_, response) => send(response, errorAnswer(status, type));

const FAULTS: Record<string, Fault> = {
  'throttled': failWith(400, 'ThrottlingException'),
  'table throttled': failWith(400, 'ProvisionedThroughputExceededException'),
  'throttled by a transaction': failWith(400, 'TransactionConflictException'),
  'failed': failWith(500, 'InternalServerError'),
  'unavailable': failWith(503, 'ServiceUnavailable'),
  'no JSON': (_, response) => send(response, { ...MADE_UP, status: 502, body: Buffer.from('<html>Bad Gateway</html>') }),
  'reset': (request) => {
    request.socket.resetAndDestroy();
  },
  'dropped': (request) => {
    request.socket.end();
  },
  'cut off': (request, response, answer) => {
    response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
    response.write(halfOf(answer.body), () => request.socket.end());
  },
  'half a body': (_, response, answer) => send(response, { ...answer, body: halfOf(answer.body) }),
};

const SLOW_FAULTS: Record<string, Fault> = {
  'never answered': () => undefined,
  'answered too late': async (_, response, answer) => {
    await sleep(TOO_LATE_MS, undefined, { ref: false });
    send(response, answer);
  },
  'dribbled': async (_, response, { status, headers, body }) => {
    response.writeHead(status, { ...headers, 'content-length': body.length + 100 });
    for (const byte of Buffer.concat([body, Buffer.alloc(100, ' ')])) {
      if (response.destroyed) {
        return;
      }
      response.write(Buffer.of(byte));
      await sleep(DRIBBLE_MS, undefined, { ref: false });
    }
  },
};

/** Before the call took effect and after. */
export function bothWays(faults: Record<string, Fault>): Treatment[] {
  return Object.entries(faults).flatMap(([name, fault]) => {
    const says = name.includes('throttled') ? 'turned away' as const : undefined;
    return [
      { name: `${name}, unseen`, reaches: 'never' as const, fault, says },
      { name: `${name}, done`, reaches: 'before' as const, fault, says },
    ];
  });
}

/** What takes no time. The last one is a write that DynamoDB does although its sender has given it up. */
export const TREATMENTS: Treatment[] = [
  ...bothWays(FAULTS),
  { name: 'reset, done late', reaches: 'late', fault: FAULTS.reset },
];

/** What takes seconds. */
export const SLOW_TREATMENTS: Treatment[] = [
  ...bothWays(SLOW_FAULTS),
  { name: 'never answered, done late', reaches: 'late', fault: SLOW_FAULTS['never answered'] },
];

/** A treatment by its name. */
export function treatment(name: string): Treatment {
  const found = [...TREATMENTS, ...SLOW_TREATMENTS].find((candidate) => candidate.name === name);
  if (!found) {
    throw new Error(`There is no treatment '${name}'.`);
  }
  return found;
}

/** Whether DynamoDB said that it turned the call away. */
export function isTurnedAway({ says }: Treatment): boolean {
  return says === 'turned away';
}

/** Answers as DynamoDB does. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (!response.destroyed) {
    response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
  }
}

/** The first half of a body. */
export function halfOf(body: Buffer): Buffer {
  return body.subarray(0, Math.ceil(body.length / 2));
}
