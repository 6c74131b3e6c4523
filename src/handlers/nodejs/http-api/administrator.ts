import { parseGroups } from './groups';
import { handler } from './handler';
import { Parties } from './log';
import { Request } from './request';
import { HttpApiResponse } from './response';
import { isSub } from './user-id';
import { Environment } from '../../../api/environment';
import { Problem } from '../domain/problem';
import { requireEnv } from '../environment';

/**
 * Makes a Lambda handler for administrators only. The log line names the administrator, and the user whom the request is about.
 *
 * Before the operation, it throws Problem `no-subject` or `forbidden`.
 */
export function administratorHandler(operation: (request: Request) => Promise<HttpApiResponse>): ReturnType<typeof handler> {
  return handler(async (request) => {
    requireAdministrator(request);
    return operation(request);
  }, partiesOf);
}

/**
 * The user whom the request is about: the `sub` in the path.
 *
 * @throws Problem `malformed-sub`
 */
export function subjectOf(request: Request): string {
  const sub = request.pathParameter('sub');
  if (!isSub(sub)) {
    throw new Problem('malformed-sub');
  }
  return sub;
}

function requireAdministrator(request: Request): void {
  request.requireSub();
  if (!parseGroups(request.claim('cognito:groups')).includes(requireEnv(Environment.ADMIN_GROUP))) {
    throw new Problem('forbidden');
  }
}

/** Only what can be a `sub`, so that a log line has nothing else from outside. */
function partiesOf(request: Request): Parties {
  const [actor, subject] = [request.claim('sub'), request.pathParameter('sub')];
  return { ...isSub(actor) && { actor }, ...isSub(subject) && { subject } };
}
