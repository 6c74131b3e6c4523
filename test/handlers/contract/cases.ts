import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';
import { AttributeValue } from '@aws-sdk/client-dynamodb';
import problems from '../../../src/handlers/shared/problems.json';
import { Claims } from '../../support/client/http-api-event';
import type { User } from '../../support/user-pool/user-pool';

/** A string, or parts that are joined. A part is a string, or a string and the number of times to repeat it. */
export type LongString = string | { readonly repeat: readonly (string | readonly [string, number])[] };

export interface ContractRequest {
  readonly method: string;
  /**
   * The path, with the query string, if any.
   *
   * @default - `/user/profile`
   */
  readonly path?: string;
  /**
   * Who sends the request.
   *
   * @default - the user of the case
   */
  readonly as?: 'administrator';
  /** The `cognito:groups` claim of an administrator, if it is not only the group of the administrators. */
  readonly groups?: unknown;
  readonly headers?: { readonly [name: string]: LongString };
  readonly body?: LongString;
  /** The body in base64, if it is not text. Can be invalid base64. */
  readonly bodyBase64?: string;
  /** The claims of the token, if they are not those of who sends it. */
  readonly claims?: Claims;
}

export type ContractResponse =
  /** 200 with this profile data. */
  | { readonly profile: unknown; readonly version?: string }
  /** 200 with the profile data of this JSON text. */
  | { readonly profileText: LongString }
  /** 200 with a page of a list of profiles, and the cursor of the next one or not. */
  | { readonly page: readonly ListedProfile[]; readonly hasCursor: boolean }
  /** A problem of problems.json. The errors are the pointer and the keyword of each violation of the schema. */
  | { readonly problem: keyof typeof problems.problems; readonly errors?: readonly (readonly [string, string])[] }
  | { readonly status: 204 | 304 };

/** A profile in a list. */
export interface ListedProfile {
  readonly sub: string;
  readonly profile: unknown;
  readonly version?: string;
}

/** What there is after the last step, where the account of the user of the case is erased: a tombstone, and these users in the user pool. */
export interface Outcome {
  /** The `sub` of each. */
  readonly users: readonly string[];
}

/**
 * A case of the contract.
 *
 * Its strings can contain these placeholders:
 * - `${sub}`: the user of the case;
 * - `${other}`: another user;
 * - `${administrator}`: the administrator;
 * - `${cursor}`: the last cursor in a response;
 * - `${version}`: the version of the last profile in a response;
 * - `${version:first}`: the version of the first profile in a response;
 * - `${version:-1}`: `${version}` without its last digit.
 */
export interface ContractCase {
  readonly name: string;
  /** The sub of the user, if the case needs a particular one. */
  readonly sub?: string;
  /** Environment variables of the functions that differ. */
  readonly environment?: Record<string, string>;
  /** Whether the case has a table of its own, because it lists profiles. */
  readonly ownTable?: boolean;
  /** An item that is in the table before the first step, or several, in DynamoDB JSON. */
  readonly given?: Record<string, AttributeValue> | readonly Record<string, AttributeValue>[];
  /** The users that are in the user pool before the first step. */
  readonly users?: readonly User[];
  readonly steps: readonly { readonly request: ContractRequest; readonly response: ContractResponse }[];
  readonly outcome?: Outcome;
}

/** The directories of what a service has only if its props say so. */
const OPTIONAL = ['account-deletion', 'administrators'];

const FILES = readdirSync(__dirname, { recursive: true, encoding: 'utf-8' }).filter((file) => file.endsWith('.json')).sort();

/** The cases of the routes of every service, which the handlers of every language must pass: JSON files of this directory. */
export const CASES = casesIn(FILES.filter((file) => !isOptional(file)));

/** The cases of the other routes. */
export const OPTIONAL_CASES = casesIn(FILES.filter(isOptional));

function isOptional(file: string): boolean {
  return OPTIONAL.includes(file.split(path.sep)[0]);
}

function casesIn(files: readonly string[]): readonly ContractCase[] {
  return files.flatMap((file): ContractCase[] => JSON.parse(readFileSync(path.join(__dirname, file), 'utf-8')));
}
