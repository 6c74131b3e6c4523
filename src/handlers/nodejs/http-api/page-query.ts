import { Request } from './request';
import { Problem } from '../domain/problem';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;
const INTEGER = /^[1-9][0-9]{0,2}$/;

/**
 * The maximum number of items in a page: the query parameter `limit`.
 *
 * @throws Problem `malformed-limit`
 */
export function limitOf(request: Request): number {
  const text = request.queryParameter('limit');
  if (text === undefined) {
    return DEFAULT_LIMIT;
  }
  const limit = INTEGER.test(text) ? Number(text) : undefined;
  if (limit === undefined || limit > MAX_LIMIT) {
    throw new Problem('malformed-limit');
  }
  return limit;
}
