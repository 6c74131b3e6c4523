import { isDeepStrictEqual } from 'util';
import { ProfileRequest, Reply } from './profile-client';
import { Item, keyOf } from '../database/profile-table';

type Json = Readonly<Record<string, unknown>>;

/** What is stored, or undefined. */
export type State = Item | undefined;

/** What the README says of a request: the status of the answer, and what is stored then, but for the version and the times. */
export function expectedOutcome(state: State, { method, headers, body }: ProfileRequest): { status: number; data?: unknown } {
  const isMatchMet = headers?.['If-Match'] === undefined || (state && names(headers['If-Match'], state.version, 'strongly'));
  const isNoneMatchMet = headers?.['If-None-Match'] === undefined || !state
    || !names(headers['If-None-Match'], state.version, 'weakly');
  const kept = state?.profile_data;
  if ((method === 'GET' || method === 'PATCH') && !state) {
    return { status: 404 };
  }
  if (!isMatchMet || (!isNoneMatchMet && method !== 'GET')) {
    return { status: 412, data: kept };
  }
  switch (method) {
    case 'GET': return { status: isNoneMatchMet ? 200 : 304, data: kept };
    case 'POST': return { status: 200, data: body };
    case 'PATCH': return { status: 200, data: merge(kept, body) };
    case 'DELETE': return { status: 204 };
  }
}

/**
 * What is stored after a request that was answered like this, or what is wrong with the answer.
 *
 * Versions and times are the answer's, as far as they go together with those before.
 */
export function stateAfter(state: State, request: ProfileRequest, reply: Reply, sub: string): { state: State } | { wrong: string } {
  const { status, data } = expectedOutcome(state, request);
  if (reply.status !== status) {
    return { wrong: `answered ${reply.status}, not ${status}` };
  }
  const isWritten = status === 200 && request.method !== 'GET';
  if (status === 200) {
    const { version, created_at: created, updated_at: updated } = reply.profile!;
    const expected = isWritten
      ? { ...keyOf(sub), profile_data: data, version, created_at: state?.created_at ?? created, updated_at: updated }
      : state;
    if (!isDeepStrictEqual(reply.profile, expected)) {
      return { wrong: `answered ${JSON.stringify(reply.profile)}, not ${JSON.stringify(expected)}` };
    }
    if (isWritten && version === state?.version) {
      return { wrong: `did not move on: ${JSON.stringify(reply.profile)}` };
    }
  }
  if ((status === 200 || status === 304) && reply.etag !== `"${reply.profile?.version ?? state?.version}"`) {
    return { wrong: `has the ETag ${reply.etag}` };
  }
  return { state: isWritten ? reply.profile : status === 204 ? undefined : state };
}

/** A request with its answer. */
export type Exchange = readonly [ProfileRequest, Reply];

/** Whether requests that overlapped were answered as if there had been an order in which one followed the other. */
export function isLinearizable(state: State, exchanges: readonly Exchange[], stored: State, sub: string): boolean {
  if (exchanges.length === 0) {
    return isDeepStrictEqual(stored, state);
  }
  return exchanges.some(([request, reply], index) => {
    const after = stateAfter(state, request, reply, sub);
    return 'state' in after && isLinearizable(after.state, exchanges.filter((_, other) => other !== index), stored, sub);
  });
}

/** Whether a list of tags, or `*`, names a version. */
function names(header: string, version: string, comparison: 'strongly' | 'weakly'): boolean {
  const tags = header.split(',').map((tag) => tag.trim());
  return header === '*' || tags.includes(`"${version}"`) || (comparison === 'weakly' && tags.includes(`W/"${version}"`));
}

/** RFC 7396, as its section 2 has it. */
function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = merge(result[name], value);
    }
  }
  return result;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
