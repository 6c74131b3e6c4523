import { createHash } from 'crypto';
import { AttributeValue } from '@aws-sdk/client-dynamodb';
// The end-to-end suites run without Jest.
import { expect } from 'expect';
import contract from './contract.json';
import problems from '../../src/handlers/problems.json';
import { Claims, HttpRequest } from '../support/client/http-api-event';
import { HttpApiResponse } from '../support/drivers/handler-process';

/** A string, or its parts, of which a pair is a string and how often it is repeated. */
type LongString = string | { readonly repeat: Parts };
type Parts = readonly (string | readonly [string, number])[];

interface ContractRequest {
  readonly method: string;
  readonly headers?: { readonly [name: string]: LongString };
  readonly body?: LongString;
  /** For bodies that are no text, or not even base64. */
  readonly bodyBase64?: string;
  /** Claims of the token, where they are not just the sub. */
  readonly claims?: Claims;
}

export type ContractResponse =
  /** 200 with this profile data, or what its text says. */
  | { readonly profile: unknown; readonly version?: string }
  | { readonly profileText: LongString }
  /** The errors are those of a profile that does not meet the schema: pointer and keyword of each. */
  | { readonly problem: keyof typeof problems.problems; readonly errors?: readonly (readonly [string, string])[] }
  | { readonly status: 204 | 304 };

export interface ContractCase {
  readonly name: string;
  /** The user, where not any will do. */
  readonly sub?: string;
  /** What the deployment sets differently. */
  readonly environment?: Record<string, string>;
  /** An item that is in the table already, in DynamoDB's JSON. */
  readonly given?: Record<string, AttributeValue>;
  readonly steps: readonly { readonly request: ContractRequest; readonly response: ContractResponse }[];
}

export const CASES = contract.cases as unknown as ContractCase[];

/** The handler of each route. */
export const HANDLERS: Record<string, string> = { GET: 'get', POST: 'create', PATCH: 'update', DELETE: 'delete' };

/** How a body reaches the function. */
export type BodyEncoding = 'text' | 'base64';

/** Where a user's profile is. */
export interface ProfileKey {
  readonly pk: string;
  readonly sk: string;
}

/** Where the profile of the user of a case is, as the documentation of `userPartitions` says it. */
export function keyOf(sub: string, { USER_PARTITIONS }: Record<string, string>): ProfileKey {
  const hash = BigInt(`0x${createHash('sha256').update(sub, 'utf-8').digest('hex').slice(0, 12)}`);
  return { pk: USER_PARTITIONS === '1' ? 'USERS#ALL' : `USERS#${hash % BigInt(USER_PARTITIONS)}`, sk: `USER#${sub}` };
}

/** The headers that caches go by. */
const VALIDATORS = { 'ETag': expect.stringMatching(/^"[!#-~]+"$/), 'Cache-Control': 'private, no-cache', 'Vary': 'Authorization' };

/** Spells a request out for a user. */
export function requestOf(request: ContractRequest, encoding: BodyEncoding): HttpRequest {
  const headers = Object.fromEntries(Object.entries(request.headers ?? {}).map(([name, value]) => [name, spellOut(value)]));
  if (request.bodyBase64 !== undefined) {
    return { method: request.method, headers, body: { base64: request.bodyBase64 } };
  }
  if (request.body === undefined) {
    return { method: request.method, headers };
  }
  const text = spellOut(request.body);
  return {
    method: request.method,
    headers,
    body: encoding === 'text' ? { text } : { base64: Buffer.from(text).toString('base64') },
  };
}

/** Whether a request can reach the function as text and in base64 alike. */
export function hasTextBody(contractCase: ContractCase): boolean {
  return contractCase.steps.some(({ request }) => request.body !== undefined);
}

/** The status that the contract expects. */
export function statusOf(expected: ContractResponse): number {
  if ('status' in expected) {
    return expected.status;
  }
  return 'problem' in expected ? problems.problems[expected.problem].status : 200;
}

/** Checks an answer against the contract. */
export function expectResponse(actual: HttpApiResponse, expected: ContractResponse, key: ProfileKey, requestId: string): void {
  const { statusCode, headers, body } = actual;
  const answer = { statusCode, headers, body: body === undefined ? undefined : JSON.parse(body) };
  if ('status' in expected) {
    expect(answer).toEqual({ statusCode: expected.status, headers: expected.status === 304 ? VALIDATORS : {}, body: undefined });
  } else if ('problem' in expected) {
    expect(answer).toEqual(problemAnswer(expected.problem, requestId, expected.errors));
  } else {
    const profileData = 'profile' in expected ? expected.profile : JSON.parse(spellOut(expected.profileText));
    const version = 'version' in expected ? expected.version : undefined;
    expect(answer).toEqual(profileAnswer(profileData, version, key));
    expect(answer.headers.ETag).toBe(`"${answer.body.version}"`);
  }
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

function errorAnswer([pointer, keyword]: readonly [string, string]) {
  return { pointer, keyword, detail: expect.any(String) };
}

/** An item that earlier code stored has version 0 and no times. */
function profileAnswer(profileData: unknown, version: string | undefined, key: ProfileKey) {
  const time = version === '0' ? null : expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', ...VALIDATORS },
    body: {
      ...key,
      profile_data: profileData,
      version: version ?? expect.stringMatching(/^[0-9a-f]{32}$/),
      created_at: time,
      updated_at: time,
    },
  };
}

/** Puts the user of the case in place of `${sub}`. */
export function forUser<T>(value: T, sub: string): T {
  return substitute(value, { '${sub}': sub });
}

/** Puts what the profile answered so far in place of `${version}` and its relatives. */
export function forVersions<T>(value: T, versions: readonly string[]): T {
  const last = versions.at(-1) ?? '';
  return substitute(value, { '${version}': last, '${version:first}': versions[0] ?? '', '${version:-1}': last.slice(0, -1) });
}

function substitute<T>(value: T, replacements: Record<string, string>): T {
  const text = Object.entries(replacements)
    .reduce((json, [name, replacement]) => json.replaceAll(name, JSON.stringify(replacement).slice(1, -1)), JSON.stringify(value));
  return JSON.parse(text);
}

/** Reads an item in DynamoDB's JSON, where bytes are in base64; its client wants them as they are. */
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
