import { randomUUID } from 'crypto';
import { AttributeValue } from '@aws-sdk/client-dynamodb';
// The end-to-end suites run without Jest.
import { expect } from 'expect';
import { claimsOf, ContractCase, ContractRequest, expectResponse, expectTombstone, forResponses, forUsers, itemOf, keyOf, ProfileKey } from './contract';
import { HttpApiResponse } from '../support/drivers/handler-process';
import { User } from '../support/user-pool/user-pool';

/** The service that a case of the contract runs against. */
export interface Service {
  readonly environment: Record<string, string>;
  /** Where the accounts are, if the case has any. */
  readonly accounts?: Accounts;

  /** Stores an item unchanged. */
  put(item: Record<string, AttributeValue>): Promise<void>;

  /** Sends a request, whose claims are known, of the user or an administrator. A problem must have the returned request ID. */
  send(request: ContractRequest, sub: string): Promise<{ response: HttpApiResponse; requestId: string }>;
}

/** The user pool, and what takes the place of a profile. */
export interface Accounts {
  /** Adds a user to the user pool. */
  add(user: User): void;

  /** Whether a user is in the user pool. */
  has(sub: string): boolean;

  /** Reads an item. */
  item(key: ProfileKey): Promise<Record<string, AttributeValue> | undefined>;
}

/** Runs a case for a user, and checks every response against the contract. */
export async function runCase(contractCase: ContractCase, sub: string, service: Service): Promise<void> {
  const cast = { sub, other: randomUUID(), administrator: randomUUID() };
  const { given = [], users = [], steps, outcome } = forUsers(contractCase, cast);
  for (const item of [given].flat()) {
    await service.put(itemOf(item));
  }
  users.forEach((user) => service.accounts!.add(user));
  const started = new Date();
  const versions: string[] = [];
  let cursor = '';
  for (const step of steps) {
    const { request, response: expected } = forResponses(step, versions, cursor);
    const { response, requestId } = await service.send({ ...request, claims: claimsOf(request, cast) }, sub);
    expectResponse(response, expected, sub, service.environment, requestId);
    if (response.statusCode === 200) {
      const body = JSON.parse(response.body!);
      versions.push(...'version' in body ? [body.version] : []);
      cursor = body.cursor ?? cursor;
    }
  }
  if (outcome) {
    const key = keyOf(sub, service.environment);
    expectTombstone(await service.accounts!.item(key), key, started);
    expect(users.filter((user) => service.accounts!.has(user.sub)).map((user) => user.sub)).toEqual(outcome.users);
  }
}
