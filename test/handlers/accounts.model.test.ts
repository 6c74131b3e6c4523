import { randomUUID } from 'crypto';
import * as fc from 'fast-check';
import { expectTombstone } from './contract';
import { ListClient } from '../support/client/list-client';
import { ADMINISTRATOR, Method, ProfileRequest, Reply } from '../support/client/profile-client';
import { State, stateAfter } from '../support/client/profile-model';
import { keyOf } from '../support/database/profile-table';
import { Deployed, deployed, describeEachLanguage } from '../support/drivers/languages';

/** The same sequences in every run. */
const SEED = 20261129;
const TIMEOUT_MS = 120_000;
const USERS = 3;

/** Who sends a request: a user by number, an administrator, or a user who is a member of other groups and takes the path of administrators. */
type Sender = 'self' | 'administrator' | 'no administrator';

/** What a sequence is made of; `of` is the number of the user whom it is about. */
type Step =
  | { readonly kind: 'profile'; readonly by: Sender; readonly of: number; readonly method: Method; readonly isOnVersion: boolean; readonly value: number }
  | { readonly kind: 'deletion'; readonly by: Sender; readonly of: number }
  | { readonly kind: 'list'; readonly by: Sender; readonly of: number; readonly limits: readonly number[] };

const who = { by: fc.constantFrom<Sender>('self', 'self', 'administrator', 'administrator', 'no administrator'), of: fc.nat({ max: USERS - 1 }) };
const profileStep = fc.record({
  kind: fc.constant('profile' as const),
  ...who,
  method: fc.constantFrom<Method>('GET', 'POST', 'POST', 'PATCH', 'DELETE'),
  isOnVersion: fc.boolean(),
  value: fc.integer({ min: 0, max: 9 }),
});
const deletionStep = fc.record({ kind: fc.constant('deletion' as const), ...who });
const listStep = fc.record({ kind: fc.constant('list' as const), ...who, limits: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }) });
const steps = fc.array(fc.oneof(
  { weight: 8, arbitrary: profileStep }, { weight: 1, arbitrary: deletionStep }, { weight: 3, arbitrary: listStep },
), { minLength: 1, maxLength: 25, size: 'max' });

/** What the service knows of a user. */
interface User {
  readonly sub: string;
  state: State;
  isErased: boolean;
}

describeEachLanguage((language) => {
  const service = deployed(language);

  test('users and administrators, one request after the other, do what the model does', async () => {
    await fc.assert(fc.asyncProperty(steps, async (sequence) => {
      const world = await World.of(service);
      for (const step of sequence) {
        await world.take(step);
      }
    }), { seed: SEED, numRuns: 40 });
  }, TIMEOUT_MS);

  test('what is at the same time as a deletion leaves a tombstone, once the deletion is answered', async () => {
    const others = fc.array(fc.oneof(profileStep, profileStep, deletionStep), { minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(others, fc.boolean(), fc.constantFrom<Sender>('self', 'administrator'), async (sequence, isGiven, by) => {
      const world = await World.of(service);
      await world.race(isGiven, { kind: 'deletion', by, of: 0 }, sequence.map((step) => ({ ...step, of: 0 })));
    }), { seed: SEED, numRuns: 80 });
  }, TIMEOUT_MS);
});

/** Some users and a table of their own. */
class World {
  public static async of(service: Deployed): Promise<World> {
    const users = Array.from({ length: USERS }, (): User => ({ sub: randomUUID(), state: undefined, isErased: false }));
    users.forEach(({ sub }) => service.users.add({ sub, username: sub }));
    return new World(service, users, await service.database.createAnotherTable());
  }

  private constructor(private readonly service: Deployed, private readonly users: readonly User[], private readonly tableName: string) {}

  /** Sends a request, and compares its answer and what is stored then with the model. */
  public async take(step: Step): Promise<void> {
    if (step.kind === 'list') {
      return this.takeList(step);
    }
    const user = this.users[step.of];
    const request = requestOf(step, user);
    const reply = await this.send(step, request);
    if (step.by === 'no administrator') {
      expect(reply.status).toBe(403);
    } else if (step.kind === 'deletion') {
      expect(reply.status).toBe(204);
      Object.assign(user, { state: undefined, isErased: true });
    } else if (user.isErased) {
      expect(reply.status).toBe(410);
    } else {
      const after = stateAfter(user.state, request, reply, user.sub);
      if ('wrong' in after) {
        throw new Error(`${JSON.stringify(step)}: ${after.wrong}`);
      }
      user.state = after.state;
    }
    await this.expectStored();
  }

  /** Sends requests about the first user at the same time, which must be answered as if there had been an order of them. */
  public async race(isGiven: boolean, deletion: Step, others: readonly Step[]): Promise<void> {
    const [user] = this.users;
    if (isGiven) {
      await this.take({ kind: 'profile', by: 'self', of: 0, method: 'POST', isOnVersion: false, value: 0 });
    }
    const all = [deletion, ...others];
    const exchanges = await Promise.all(all.map(async (step): Promise<Exchange> => {
      const request = requestOf(step, user);
      return { step, request, reply: await this.send(step, request, true) };
    }));
    if (!isInSomeOrder(user, exchanges)) {
      throw new Error(`There is no order in which ${JSON.stringify({ user, exchanges })} is right.`);
    }
    user.isErased = true;
    user.state = undefined;
    await this.expectStored();
    for (const by of ['self', 'administrator'] as const) {
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE'] as const) {
        await this.take({ kind: 'profile', by, of: 0, method, isOnVersion: false, value: 1 });
      }
    }
  }

  private async takeList({ by, of, limits }: Step & { readonly kind: 'list' }): Promise<void> {
    if (by === 'administrator') {
      const pages = await new ListClient(this.service.functions, { DYNAMODB_TABLE: this.tableName }).readAll(limits, 100);
      const stored = this.users.flatMap(({ state }) => state ?? []).sort((one, other) => (one.sk < other.sk ? -1 : 1));
      expect(pages.flatMap(({ profiles }) => profiles)).toEqual(stored);
    } else {
      expect((await this.send({ kind: 'list', by, of, limits }, { method: 'GET' })).status).toBe(403);
    }
  }

  private async send(step: Step, { method, headers, body }: ProfileRequest, isAlongside = false): Promise<Reply> {
    const { sub } = this.users[step.of];
    const isSelf = step.by === 'self';
    const own = { profile: '/user/profile', deletion: '/user', list: '/users/profiles' };
    const ofAnyone = { profile: `/users/${sub}/profile`, deletion: `/users/${sub}`, list: '/users/profiles' };
    const request = {
      method,
      path: (isSelf ? own : ofAnyone)[step.kind],
      headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
      body: body && { text: JSON.stringify(body) },
    };
    const claims = {
      'self': { sub, username: sub },
      'administrator': ADMINISTRATOR,
      // Of another user, whose profile must not be reached.
      'no administrator': { 'sub': this.users[(step.of + 1) % USERS].sub, 'cognito:groups': '[users administrators2]' },
    }[step.by];
    const { functions } = this.service;
    const environment = { DYNAMODB_TABLE: this.tableName };
    const { response } = isAlongside
      ? await functions.sendAlongside(request, claims, randomUUID(), environment)
      : await functions.send('2.0', request, claims, randomUUID(), environment);
    return {
      status: response.statusCode,
      etag: response.headers.ETag,
      profile: response.statusCode === 200 && step.kind === 'profile' ? JSON.parse(response.body!) : undefined,
    };
  }

  /** The stored items are those of the model, and the user pool has those who are not erased. */
  private async expectStored(): Promise<void> {
    for (const { sub, state, isErased } of this.users) {
      const item = await this.service.database.getItem(keyOf(sub), this.tableName);
      if (isErased) {
        expectTombstone(item, keyOf(sub), new Date(0));
      } else {
        expect(item?.version?.S).toBe(state?.version);
      }
      expect(this.service.users.has(sub)).toBe(!isErased);
    }
  }
}

function requestOf(step: Step, { state }: User): ProfileRequest {
  if (step.kind !== 'profile') {
    return { method: step.kind === 'list' ? 'GET' : 'DELETE' };
  }
  const { method, isOnVersion, value } = step;
  return {
    method,
    headers: isOnVersion ? { 'If-Match': `"${state?.version ?? 'none'}"` } : {},
    body: method === 'POST' || method === 'PATCH' ? { [`key${value}`]: value } : undefined,
  };
}

/** A request with its answer. */
interface Exchange {
  readonly step: Step;
  readonly request: ProfileRequest;
  readonly reply: Reply;
}

/** Whether requests that overlapped were answered as if there had been an order in which one followed the other, after which the user is erased. */
function isInSomeOrder(user: User, exchanges: readonly Exchange[]): boolean {
  return exchanges.length === 0 ? user.isErased : exchanges.some(({ step, request, reply }, index) => {
    const after = userAfter(user, step, request, reply);
    return after !== undefined && isInSomeOrder(after, exchanges.filter((_, other) => other !== index));
  });
}

/** What the service knows of a user after a request that was answered like this, if the answer is right. */
function userAfter(user: User, { kind, by }: Step, request: ProfileRequest, reply: Reply): User | undefined {
  if (by === 'no administrator') {
    return reply.status === 403 ? user : undefined;
  }
  if (kind === 'deletion') {
    return reply.status === 204 ? { ...user, state: undefined, isErased: true } : undefined;
  }
  // PATCH gives up after five conflicts.
  if (reply.status === 503) {
    return request.method === 'PATCH' ? user : undefined;
  }
  if (user.isErased) {
    return reply.status === 410 ? user : undefined;
  }
  const after = stateAfter(user.state, request, reply, user.sub);
  return 'state' in after ? { ...user, state: after.state } : undefined;
}
