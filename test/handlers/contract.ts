import { createHash } from 'crypto';
import { AttributeValue } from '@aws-sdk/client-dynamodb';
// The end-to-end suites run without Jest.
import { expect } from 'expect';
import { CASES, ContractCase, ContractRequest, ContractResponse, ListedProfile, LongString, OPTIONAL_CASES } from './contract/cases';
import problems from '../../src/handlers/shared/problems.json';
import { Claims, HttpRequest } from '../support/client/http-api-event';
import { ADMIN_GROUP, TIME_TO_LIVE_ATTRIBUTE } from '../support/drivers/functions';
import { HttpApiResponse } from '../support/drivers/handler-process';

export { CASES, OPTIONAL_CASES };
export type { ContractCase, ContractRequest, ContractResponse };

/** The handler of each method. */
export const HANDLERS: Record<string, string> = { GET: 'read', POST: 'replace', PATCH: 'update', DELETE: 'delete' };

/** How a body reaches the function. */
export type BodyEncoding = 'text' | 'base64';

/** The key of a user's item. */
export interface ProfileKey {
  readonly pk: string;
  readonly sk: string;
}

/** Returns the key of a user's item, as the documentation of `userPartitions` defines it. */
export function keyOf(sub: string, { USER_PARTITIONS }: Record<string, string>): ProfileKey {
  const hash = BigInt(`0x${createHash('sha256').update(sub, 'utf-8').digest('hex').slice(0, 12)}`);
  return { pk: USER_PARTITIONS === '1' ? 'USERS#ALL' : `USERS#${hash % BigInt(USER_PARTITIONS)}`, sk: `USER#${sub}` };
}

/** The headers of responses that caches can validate. */
const VALIDATORS = { 'ETag': expect.stringMatching(/^"[!#-~]+"$/), 'Cache-Control': 'private, no-cache', 'Vary': 'Authorization' };

/** Converts a request of the contract to an HTTP request. */
export function requestOf(request: ContractRequest, encoding: BodyEncoding): HttpRequest {
  const { method, path } = request;
  const headers = Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, value]) => [name, spellOut(value)]));
  if (request.bodyBase64 !== undefined) {
    return { method, path, headers, body: { base64: request.bodyBase64 } };
  }
  if (request.body === undefined) {
    return { method, path, headers };
  }
  const text = spellOut(request.body);
  return {
    method,
    path,
    headers,
    body: encoding === 'text' ? { text } : { base64: Buffer.from(text).toString('base64') },
  };
}

/** The users of a case. */
export interface Cast {
  readonly sub: string;
  readonly other: string;
  readonly administrator: string;
}

/** Returns the claims of the token of a request. Each user's username is the `sub`, as that of a user who signs up by e-mail. */
export function claimsOf({ as, groups, claims }: ContractRequest, { sub, administrator }: Cast): Claims {
  if (claims) {
    return claims;
  }
  return as === 'administrator' || groups !== undefined
    ? { 'sub': administrator, 'username': administrator, 'cognito:groups': groups === undefined ? `[${ADMIN_GROUP}]` : groups }
    : { sub, username: sub };
}

/** Returns the cases of the own profile as an administrator goes through them on the profile of a user, where any user will do. */
export function byAdministrator(cases: readonly ContractCase[]): ContractCase[] {
  return cases
    .filter(({ sub, steps }) => sub === undefined && steps.every(({ request }) => request.claims === undefined))
    .map((contractCase) => ({
      ...contractCase,
      name: `by an administrator: ${contractCase.name}`,
      steps: contractCase.steps.map(({ request, response }) => (
        { request: { ...request, path: '/users/${sub}/profile', as: 'administrator' as const }, response }
      )),
    }));
}

/** Returns whether a case has a body that can reach the function as text or in base64. */
export function hasTextBody(contractCase: ContractCase): boolean {
  return contractCase.steps.some(({ request }) => request.body !== undefined);
}

/** Returns the status code that the contract expects. */
export function statusOf(expected: ContractResponse): number {
  if ('status' in expected) {
    return expected.status;
  }
  return 'problem' in expected ? problems.problems[expected.problem].status : 200;
}

/** Checks a response about a user against the contract. */
export function expectResponse(
  actual: HttpApiResponse,
  expected: ContractResponse,
  sub: string,
  environment: Record<string, string>,
  requestId: string,
): void {
  const { statusCode, headers, body } = actual;
  const answer = { statusCode, headers, body: body === undefined ? undefined : JSON.parse(body) };
  if ('status' in expected) {
    expect(answer).toEqual({ statusCode: expected.status, headers: expected.status === 304 ? VALIDATORS : {}, body: undefined });
  } else if ('problem' in expected) {
    expect(answer).toEqual(problemAnswer(expected.problem, requestId, expected.errors));
  } else if ('page' in expected) {
    expect(answer).toEqual(pageAnswer(expected.page, expected.hasCursor, environment));
  } else {
    const profileData = 'profile' in expected ? expected.profile : JSON.parse(spellOut(expected.profileText));
    const version = 'version' in expected ? expected.version : undefined;
    expect(answer).toEqual({
      statusCode: 200,
      headers: { 'Content-Type': 'application/json', ...VALIDATORS },
      body: profileAnswer(profileData, version, keyOf(sub, environment)),
    });
    expect(answer.headers.ETag).toBe(`"${answer.body.version}"`);
  }
}

/** How long a tombstone is kept, in seconds: 25 hours. */
const KEPT_SECONDS = 90_000;

/** Checks that an item is a tombstone that was stored since a time, and has nothing else. */
export function expectTombstone(item: Record<string, AttributeValue> | undefined, { pk, sk }: ProfileKey, since: Date): void {
  expect(item).toEqual({
    pk: { S: pk },
    sk: { S: sk },
    erased_at: { S: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) },
    [TIME_TO_LIVE_ATTRIBUTE]: { N: expect.stringMatching(/^\d+$/) },
  });
  const erasedAt = new Date(item!.erased_at.S!);
  expect(erasedAt >= since && erasedAt <= new Date()).toBe(true);
  // DynamoDB counts in whole seconds.
  expect(item![TIME_TO_LIVE_ATTRIBUTE].N).toBe(String(Math.ceil(erasedAt.getTime() / 1000) + KEPT_SECONDS));
}

function problemAnswer(code: keyof typeof problems.problems, requestId: string, errors?: readonly (readonly [string, string])[]) {
  const { status, title, detail } = problems.problems[code];
  return {
    statusCode: status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(status === 503 && { 'Retry-After': '1' }),
    },
    body: { type: problems.typePrefix + code, title, status, detail, requestId, ...(errors && { errors: errors.map(errorAnswer) }) },
  };
}

function pageAnswer(profiles: readonly ListedProfile[], hasCursor: boolean, environment: Record<string, string>) {
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    body: {
      profiles: profiles.map(({ sub, profile, version }) => profileAnswer(profile, version, keyOf(sub, environment))),
      ...(hasCursor && { cursor: expect.stringMatching(/^[A-Za-z0-9_-]+$/) }),
    },
  };
}

function errorAnswer([pointer, keyword]: readonly [string, string]) {
  return { pointer, keyword, detail: expect.any(String) };
}

/** An item that other code stored has version 0 and no times. */
function profileAnswer(profileData: unknown, version: string | undefined, key: ProfileKey) {
  const time = version === '0' ? null : expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  return {
    ...key,
    profile_data: profileData,
    version: version ?? expect.stringMatching(/^[0-9a-f]{32}$/),
    created_at: time,
    updated_at: time,
  };
}

/** Replaces `${sub}`, `${other}` and `${administrator}` with the users of the case. */
export function forUsers<T>(value: T, { sub, other, administrator }: Cast): T {
  return substitute(value, { '${sub}': sub, '${other}': other, '${administrator}': administrator });
}

/** Replaces `${version}`, `${version:first}`, `${version:-1}` and `${cursor}` with what was in the responses so far. */
export function forResponses<T>(value: T, versions: readonly string[], cursor: string): T {
  const last = versions.at(-1) ?? '';
  const replacements = { '${version}': last, '${version:first}': versions[0] ?? '', '${version:-1}': last.slice(0, -1), '${cursor}': cursor };
  return substitute(value, replacements);
}

function substitute<T>(value: T, replacements: Record<string, string>): T {
  const text = Object.entries(replacements)
    .reduce((json, [name, replacement]) => json.replaceAll(name, JSON.stringify(replacement).slice(1, -1)), JSON.stringify(value));
  return JSON.parse(text);
}

/** Converts an item from DynamoDB JSON, which has binary values in base64, to the form of the SDK. */
export function itemOf(given: Record<string, AttributeValue>): Record<string, AttributeValue> {
  return JSON.parse(JSON.stringify(given), (type, value) => {
    switch (type) {
      case 'B': return Buffer.from(value, 'base64');
      case 'BS': return value.map((element: string) => Buffer.from(element, 'base64'));
      default: return value;
    }
  });
}

function spellOut(value: LongString): string {
  return typeof value === 'string'
    ? value
    : value.repeat.map((part) => (typeof part === 'string' ? part : part[0].repeat(part[1]))).join('');
}
