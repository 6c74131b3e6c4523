import * as fc from 'fast-check';
import { Method, ProfileClient, ProfileRequest } from '../support/client/profile-client';
import { isLinearizable, State, stateAfter } from '../support/client/profile-model';
import { ProfileTable } from '../support/database/profile-table';
import { deployed, describeEachLanguage } from '../support/drivers/languages';

/** The same sequences in every run. */
const SEED = 20261122;
const TIMEOUT_MS = 60_000;

/** A version, as a client knows it. */
const TAGS = ['current', 'weak current', 'previous', 'weak previous', 'unknown', '0'] as const;
type Tag = typeof TAGS[number];
type Tags = '*' | readonly Tag[];

/** A request, of which the versions are known only when it is sent. */
interface Plan {
  readonly method: Method;
  readonly ifMatch?: Tags;
  readonly ifNoneMatch?: Tags;
  readonly body: Readonly<Record<string, unknown>>;
}

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, '', 'x'), fc.integer({ min: -9, max: 9 }), fc.array(tie('value'), { maxLength: 2 }), tie('object'),
  ),
  // Few names, so that changes meet.
  object: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
}));
const tags = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant('*' as const) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...TAGS), { minLength: 1, maxLength: 3 }) },
);
const plan: fc.Arbitrary<Plan> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'POST' as const, 'PATCH' as const, 'PATCH' as const, 'DELETE' as const),
  ifMatch: tags,
  ifNoneMatch: tags,
  body: value.object as fc.Arbitrary<Record<string, unknown>>,
});

/** What is stored, and what a client knows of what was. */
interface Model {
  state: State;
  previous: string;
}

/** Through the handlers, and past them. */
interface Real {
  readonly user: ProfileClient;
  readonly table: ProfileTable;
}

class Send implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly planned: Plan) {}

  public check(): boolean {
    return true;
  }

  public async run(model: Model, { user, table }: Real): Promise<void> {
    const request = requestOf(this.planned, model);
    const after = stateAfter(model.state, request, await user.send(request), user.sub);
    if ('wrong' in after) {
      throw new Error(`${this}: ${after.wrong}`);
    }
    if (model.state && model.state.version !== after.state?.version) {
      model.previous = model.state.version;
    }
    model.state = after.state;
    if (after.state) {
      // Of requests at the same time, one may have read its clock before the other created the profile.
      expect(after.state.updated_at! >= after.state.created_at!).toBe(true);
    }
    expect(await table.get(user.sub)).toEqual(after.state);
  }

  public toString(): string {
    return JSON.stringify(this.planned);
  }
}

describeEachLanguage((language) => {
  const service = deployed(language);

  test('one request after the other does what the model does', async () => {
    const sequence = fc.commands([plan.map((planned) => new Send(planned))], { maxCommands: 30, size: 'max' });
    await fc.assert(fc.asyncProperty(sequence, async (commands) => {
      const real = { user: new ProfileClient(service.processes), table: service.table };
      await fc.asyncModelRun(() => ({ model: { state: undefined, previous: 'none' }, real }), commands);
    }), { seed: SEED, numRuns: 40 });
  }, TIMEOUT_MS);

  // Four change a profile at the same time at most, so that PATCH never meets its five conflicts.
  test('requests at the same time do what the model does in some order', async () => {
    await fc.assert(fc.asyncProperty(fc.option(value.object), fc.array(plan, { minLength: 2, maxLength: 4 }), async (given, plans) => {
      const user = new ProfileClient(service.processes);
      const state = given ? (await user.send({ method: 'POST', body: given as Record<string, unknown> })).profile : undefined;
      const requests = plans.map((planned) => requestOf(planned, { state, previous: 'none' }));
      const replies = await user.sendAll(requests);
      const exchanges = requests.map((request, n) => [request, replies[n]] as const);
      const stored = await service.table.get(user.sub);
      if (!isLinearizable(state, exchanges, stored, user.sub)) {
        throw new Error(`There is no order in which ${JSON.stringify({ state, exchanges, stored })} is right.`);
      }
    }), { seed: SEED, numRuns: 100 });
  }, TIMEOUT_MS);
});

function requestOf({ method, ifMatch, ifNoneMatch, body }: Plan, model: Model): ProfileRequest {
  return {
    method,
    headers: {
      ...(ifMatch && { 'If-Match': headerOf(ifMatch, model) }),
      ...(ifNoneMatch && { 'If-None-Match': headerOf(ifNoneMatch, model) }),
    },
    body: method === 'POST' || method === 'PATCH' ? body : undefined,
  };
}

function headerOf(planned: Tags, { state, previous }: Model): string {
  const versions: Record<Tag, string> = {
    'current': `"${state?.version ?? 'none'}"`,
    'weak current': `W/"${state?.version ?? 'none'}"`,
    'previous': `"${previous}"`,
    'weak previous': `W/"${previous}"`,
    'unknown': '"unknown"',
    '0': '"0"',
  };
  return planned === '*' ? '*' : planned.map((tag) => versions[tag]).join(', ');
}
