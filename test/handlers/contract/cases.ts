import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';
import { AttributeValue } from '@aws-sdk/client-dynamodb';
import problems from '../../../src/handlers/shared/problems.json';
import { Claims } from '../../support/client/http-api-event';

/** A string, or parts that are joined. A part is a string, or a string and the number of times to repeat it. */
export type LongString = string | { readonly repeat: readonly (string | readonly [string, number])[] };

export interface ContractRequest {
  readonly method: string;
  readonly headers?: { readonly [name: string]: LongString };
  readonly body?: LongString;
  /** The body in base64, if it is not text. Can be invalid base64. */
  readonly bodyBase64?: string;
  /** The claims of the token, if they are not only the sub. */
  readonly claims?: Claims;
}

export type ContractResponse =
  /** 200 with this profile data. */
  | { readonly profile: unknown; readonly version?: string }
  /** 200 with the profile data of this JSON text. */
  | { readonly profileText: LongString }
  /** A problem of problems.json. The errors are the pointer and the keyword of each violation of the schema. */
  | { readonly problem: keyof typeof problems.problems; readonly errors?: readonly (readonly [string, string])[] }
  | { readonly status: 204 | 304 };

/**
 * A case of the contract.
 *
 * Its strings can contain these placeholders:
 * - `${sub}`: the user of the case;
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
  /** An item that is in the table before the first step, in DynamoDB JSON. */
  readonly given?: Record<string, AttributeValue>;
  readonly steps: readonly { readonly request: ContractRequest; readonly response: ContractResponse }[];
}

/** The cases that the handlers of every language must pass: all JSON files of this directory. */
export const CASES: readonly ContractCase[] = readdirSync(__dirname, { recursive: true, encoding: 'utf-8' })
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file): ContractCase[] => JSON.parse(readFileSync(path.join(__dirname, file), 'utf-8')));
