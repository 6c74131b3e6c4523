import { Request } from './request';
import { Problem } from '../domain/problem';
import { writeLine } from '../log-line';

/** The users that a request of an administrator is by and about: their `sub`. */
export interface Parties {
  readonly actor?: string;
  readonly subject?: string;
}

/** Logs one line of JSON for a request. It never contains a body, a token or another claim than the `sub` of an administrator. */
export function logRequest(request: Request, status: number, durationMs: number, error: unknown, parties?: Parties): void {
  writeLine(status >= 500 ? 'ERROR' : 'INFO', {
    requestId: request.id,
    route: request.route,
    status,
    durationMs: Math.round(durationMs),
    ...parties,
    ...describe(error),
  });
}

/** Logs that the function could not read from DynamoDB while it started. */
export function logWarmUpFailure(error: unknown): void {
  writeLine('WARN', { event: 'warm-up-failed', exception: (error as Error).name });
}

/** The start of a stack frame in V8. Other lines belong to the message. */
const FRAME_PREFIX = '    at ';

function describe(error: unknown): object {
  if (error === undefined) {
    return {};
  }
  if (error instanceof Problem) {
    return { error: error.code };
  }
  // The message of an unexpected error may quote profile data, so log only its name and its stack.
  const { name, stack } = error instanceof Error ? error : new Error();
  return { error: 'internal-error', exception: name, stack: stack?.split('\n').filter((line) => line.startsWith(FRAME_PREFIX)).map((line) => line.trim()) };
}
