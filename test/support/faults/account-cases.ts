import { Treatment } from './faults';
import { Claims, HttpRequest } from '../client/http-api-event';
import { ADMINISTRATOR } from '../client/profile-client';
import { HandlerModule } from '../drivers/handler-process';
import { User } from '../user-pool/user-pool';

/** A deletion of an account that faults are tried on. */
export interface AccountCase {
  readonly name: string;
  readonly module: HandlerModule;
  /** The operations that it calls without faults. */
  readonly calls: readonly string[];
  /** Whether there is a profile. */
  readonly given: boolean;
  /** The user in the user pool, if there is one. */
  user(sub: string): User | undefined;
  request(sub: string): HttpRequest;
  claims(sub: string): Claims;
}

const local = (sub: string): User => ({ sub, username: sub });
const federated = (sub: string): User => ({ sub, username: `Google_${sub}`, federated: true });

const OWN = {
  module: 'account' as const,
  calls: ['PutItem', 'AdminGetUser', 'AdminDeleteUser'],
  request: () => ({ method: 'DELETE', path: '/user' }),
  claims: (sub: string) => ({ sub, username: sub }),
};
const OF_ANOTHER = {
  module: 'accounts' as const,
  calls: ['PutItem', 'ListUsers', 'AdminGetUser', 'AdminDeleteUser'],
  request: (sub: string) => ({ method: 'DELETE', path: `/users/${sub}` }),
  claims: () => ADMINISTRATOR,
};

export const ACCOUNT_CASES: readonly AccountCase[] = [
  { name: 'own account', ...OWN, given: true, user: local },
  { name: 'own account without a profile', ...OWN, given: false, user: local },
  { name: 'own account of a federated user', ...OWN, given: true, user: federated, claims: (sub) => ({ sub, 'cognito:username': `Google_${sub}` }) },
  { name: 'account of another', ...OF_ANOTHER, given: true, user: local },
  { name: 'account of another, federated', ...OF_ANOTHER, given: true, user: federated },
  {
    name: 'account of another that the user pool does not know',
    ...OF_ANOTHER,
    calls: ['PutItem', 'ListUsers', 'AdminGetUser'],
    given: true,
    user: () => undefined,
  },
];

/** What happens to the calls of one request. */
export interface AccountScenario {
  readonly name: string;
  readonly accountCase: AccountCase;
  readonly treatments: Readonly<Record<number, Treatment>>;
  /** The answers that are right. */
  readonly statuses: readonly number[];
}

/** Each fault at each call. All calls can be repeated, so that none of them fails the request by one fault, unless the call is wrong. */
export function oneAccountFault(accountCase: AccountCase, treatments: readonly Treatment[]): AccountScenario[] {
  return accountCase.calls.flatMap((operation, index) => tellable(operation, treatments).map((fault) => ({
    name: `${accountCase.name}: ${operation} is ${fault.name}`,
    accountCase,
    treatments: { [index + 1]: fault },
    statuses: [fault.says === 'wrong' ? 500 : 204],
  })));
}

/** Each fault at a call and all that follow. */
export function everyAccountCall(accountCase: AccountCase, treatments: readonly Treatment[]): AccountScenario[] {
  return accountCase.calls.flatMap((operation, index) => tellable(operation, treatments).map((fault) => ({
    name: `${accountCase.name}: ${operation} and every call after it is ${fault.name}`,
    accountCase,
    treatments: Object.fromEntries(Array.from({ length: 10 }, (_, call) => [index + 1 + call, fault])),
    // The answer of AdminDeleteUser has no body that a fault could cut.
    statuses: operation === 'AdminDeleteUser' && fault.reaches === 'before' ? [204, 503] : [fault.says === 'wrong' ? 500 : 503],
  })));
}

/** An empty body is the answer of AdminDeleteUser: nothing tells that such an answer is not its own. */
const EMPTY = ['empty', 'empty, without checksum', 'chunked and empty'].map((name) => `${name}, unseen`);

function tellable(operation: string, treatments: readonly Treatment[]): readonly Treatment[] {
  return operation === 'AdminDeleteUser' ? treatments.filter(({ name }) => !EMPTY.includes(name)) : treatments;
}
