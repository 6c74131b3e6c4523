import { HttpApiEvent } from './event';
import { logRequest, Parties } from './log';
import { Request } from './request';
import { HttpApiResponse, problemResponse } from './response';
import { Problem } from '../domain/problem';

/** Handles the requests of a route. */
export type Operation = (request: Request) => Promise<HttpApiResponse>;

/**
 * Makes a Lambda handler that turns problems into responses and logs one line for each request.
 *
 * @param partiesOf the users whom the log line names; by default none
 */
export function handler(operation: Operation, partiesOf?: (request: Request) => Parties): (event: HttpApiEvent) => Promise<HttpApiResponse> {
  return async (event) => {
    // Not `performance.now()`, which loads a module of Node.js on first use.
    const started = process.uptime();
    const request = new Request(event);
    const { response, error } = await respond(operation, request);
    logRequest(request, response.statusCode, 1000 * (process.uptime() - started), error, partiesOf?.(request));
    return response;
  };
}

async function respond(operation: Operation, request: Request): Promise<{ response: HttpApiResponse; error?: unknown }> {
  try {
    return { response: await operation(request) };
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem('internal-error');
    return { response: problemResponse(problem, request.id), error };
  }
}
