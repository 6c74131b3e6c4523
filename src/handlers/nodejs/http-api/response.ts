import table from '../../shared/problems.json';
import { Problem } from '../domain/problem';
import { Profile } from '../domain/profile';

/** A response to API Gateway, valid in both payload formats. */
export interface HttpApiResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Seconds after which a client can retry. */
const RETRY_AFTER = '1';

/** Returns 200 with a profile. */
export function profileResponse(profile: Profile): HttpApiResponse {
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', ...validators(profile) },
    body: JSON.stringify(profile),
  };
}

/** Returns 304: the client has the current version. */
export function notModifiedResponse(profile: Profile): HttpApiResponse {
  return { statusCode: 304, headers: validators(profile) };
}

/** Returns 200 with a page of a list of profiles, and the cursor of the next page, if any. */
export function pageResponse(profiles: readonly Profile[], cursor: string | undefined): HttpApiResponse {
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    body: JSON.stringify({ profiles, cursor }),
  };
}

/** Returns 204: the profile or the account is deleted. */
export function noContentResponse(): HttpApiResponse {
  return { statusCode: 204, headers: {} };
}

/** The headers for caches. 304 must repeat those of 200 (RFC 9110 section 15.4.5). */
function validators(profile: Profile): Record<string, string> {
  return { 'ETag': `"${profile.version}"`, 'Cache-Control': 'private, no-cache', 'Vary': 'Authorization' };
}

/** Returns problem details (RFC 9457). */
export function problemResponse({ code, details }: Problem, requestId: string): HttpApiResponse {
  const { status, title, detail } = table.problems[code];
  return {
    statusCode: status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(status === 503 && { 'Retry-After': RETRY_AFTER }),
    },
    body: JSON.stringify({
      type: table.typePrefix + code,
      title,
      status,
      detail,
      requestId,
      ...details && { errors: details.violations },
      ...details?.hasMore && { moreErrors: true },
    }),
  };
}
