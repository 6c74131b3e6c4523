import { Request } from './request';
import { Problem } from '../domain/problem';

/**
 * Writes the one line of a request. It never holds a body, a token or a claim.
 *
 * Straight to standard output, because the console of the runtime would wrap it, in a form that differs by language.
 */
export function logRequest(request: Request, status: number, durationMs: number, error: unknown): void {
  process.stdout.write(`${JSON.stringify({
    timestamp: new Date().toISOString(),
    level: status >= 500 ? 'ERROR' : 'INFO',
    requestId: request.id,
    route: request.route,
    status,
    durationMs: Math.round(durationMs),
    ...describe(error),
  })}\n`);
}

/** How V8 begins a line of a stack that names a place. */
const FRAME_PREFIX = '    at ';

function describe(error: unknown): object {
  if (error === undefined) {
    return {};
  }
  if (error instanceof Problem) {
    return { error: error.code };
  }
  // The message of a defect may quote the data that it stumbled over, so only its kind and place are told.
  const { name, stack } = error instanceof Error ? error : new Error();
  return { error: 'internal-error', exception: name, stack: stack?.split('\n').filter((line) => line.startsWith(FRAME_PREFIX)).map((line) => line.trim()) };
}
