import table from '../../shared/problems.json';
import { Problem } from '../domain/problem';
import { Profile } from '../domain/profile';

/** A response as API Gateway takes it in either payload format. */
export interface HttpApiResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Seconds after which a client may try again what failed for a moment. */
const RETRY_AFTER = '1';

/** 200 with a profile. */
export function profileResponse(profile: Profile): HttpApiResponse {
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', ...validators(profile) },
    body: JSON.stringify(profile),
  };
}

/** 304: what the client has is what is stored. */
export function notModifiedResponse(profile: Profile): HttpApiResponse {
  return { statusCode: 304, headers: validators(profile) };
}

/** 204: there is no profile any more. */
export function noContentResponse(): HttpApiResponse {
  return { statusCode: 204, headers: {} };
}

/** What caches go by; 304 repeats what 200 says (RFC 9110 section 15.4.5). */
function validators(profile: Profile): Record<string, string> {
  return { 'ETag': `"${profile.version}"`, 'Cache-Control': 'private, no-cache', 'Vary': 'Authorization' };
}

/** Problem details as of RFC 9457. */
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
