import { randomBytes } from 'crypto';
import { FaultCase } from './fault-cases';
import { FaultSession, Happening, Script } from './fault-session';
import { isTurnedAway, Treatment, treatment } from './faults';
import { Item, keyOf } from '../database/profile-table';

/** A case with what goes wrong in it. */
export interface Scenario extends Script {
  readonly name: string;
  readonly faultCase: FaultCase;
  /** After the answer. */
  readonly atEnd: readonly Happening[];
  /** The answer, where only one is right. */
  readonly status?: number;
}

const land: Happening = (session) => session.land();

/** What another writer may do between two calls. What it stores has a mark, which a change of ours must not lose. */
const INTERVENTIONS = {
  'another change': async (session: FaultSession) => session.put({ ...(session.item ?? blank(session)), ...mark(session) }),
  'another delete': async (session: FaultSession) => session.put(undefined),
  'another delete and create': async (session: FaultSession) => {
    await session.put(undefined);
    await session.put({ ...blank(session), ...mark(session) });
  },
};

export type Intervention = keyof typeof INTERVENTIONS;

/** Each fault at each call that the case makes without faults. */
export function oneFault(faultCase: FaultCase, treatments: readonly Treatment[]): Scenario[] {
  return numbers(1, faultCase.calls).flatMap((call) => tellable(faultCase, treatments).flatMap((fault) => {
    const scenario = (status: number, landing?: number): Scenario => ({
      name: `${faultCase.name}: call ${call} is ${fault.name}${landing ? ` before call ${landing}` : ''}`,
      faultCase,
      treatments: { [call]: fault },
      before: landing ? { [landing]: [land] } : {},
      atEnd: [],
      status,
    });
    if (fault.says === 'wrong') {
      return [scenario(500)];
    }
    if (call !== faultCase.write || isTurnedAway(fault)) {
      // What is held back of a read is of no consequence.
      return fault.reaches === 'late' ? [] : [scenario(faultCase.status)];
    }
    if (fault.reaches === 'late') {
      // Seen by the call that looks whether the write was done; or after it, when only a second write can tell; or later.
      return [scenario(faultCase.done!, call + 1), scenario(faultCase.unseen!, call + 2), scenario(faultCase.unseen!)];
    }
    return [scenario(fault.reaches === 'before' ? faultCase.done! : faultCase.unseen!)];
  }));
}

/** One fault after the other, so many calls later at most. */
export function twoFaults(faultCase: FaultCase, treatments: readonly Treatment[], distance: number): Scenario[] {
  const possible = tellable(faultCase, treatments);
  return numbers(1, faultCase.calls).flatMap((first) => numbers(first + 1, first + distance).flatMap((second) => (
    possible.flatMap((one) => possible.map((other) => ({
      name: `${faultCase.name}: call ${first} is ${one.name}, call ${second} is ${other.name}`,
      faultCase,
      treatments: { [first]: one, [second]: other },
      before: {},
      atEnd: [],
    })))
  )));
}

/** The same fault at every call. */
export function everyCall(faultCase: FaultCase, treatments: readonly Treatment[]): Scenario[] {
  return treatments.map((fault) => ({
    name: `${faultCase.name}: every call is ${fault.name}`,
    faultCase,
    treatments: Object.fromEntries(numbers(1, 20).map((call) => [call, fault])),
    before: {},
    atEnd: [],
    status: fault.says === 'wrong' ? 500 : 503,
  }));
}

/**
 * Another write between the calls that a fault at the write leads to.
 *
 * Without a throttled one that took effect: DynamoDB does not do such a write, and a handler that takes its word for it can't
 * tell it from one that another write undid.
 */
export function interventions(faultCase: FaultCase, kinds: readonly Intervention[]): Scenario[] {
  const { write } = faultCase;
  if (write === undefined) {
    return [];
  }
  // A look at what is stored; where the write may be sent again, that, and another look.
  const last = write + (faultCase.headers?.['If-Match']?.startsWith('"') || faultCase.method === 'PATCH' ? 3 : 1);
  return kinds.map((what) => ({ what, intervene: INTERVENTIONS[what] })).flatMap(({ what, intervene }) => [
    ...numbers(1, write).map((call) => intervention(faultCase, `${what} before call ${call}`, undefined, { [call]: [intervene] })),
    ...numbers(write + 1, last).flatMap((call) => [
      ...['failed, unseen', 'reset, done'].map((fault) => (
        intervention(faultCase, `${what} before call ${call}`, treatment(fault), { [call]: [intervene] })
      )),
      ...numbers(write + 1, last).map((landing) => intervention(
        faultCase, `before call ${landing}, ${what} before call ${call}`, treatment('reset, done late'),
        call === landing ? { [call]: [intervene, land] } : { [call]: [intervene], [landing]: [land] },
      )),
    ]),
    { ...intervention(faultCase, `after ${what} after the answer`, treatment('reset, done late'), {}), atEnd: [intervene, land] },
  ]);
}

/**
 * Leaves out a delete that took effect though it was throttled, where it is not on a version: nothing tells of it then, but
 * DynamoDB does nothing that it turned away.
 */
function tellable(faultCase: FaultCase, treatments: readonly Treatment[]): Treatment[] {
  const isOnVersion = faultCase.method !== 'DELETE' || faultCase.done !== 503 || faultCase.headers?.['If-Match']?.startsWith('"');
  return treatments.filter((fault) => isOnVersion || !isTurnedAway(fault) || fault.reaches !== 'before');
}

/** A change by another writer before each of these calls. */
export function conflicts(faultCase: FaultCase, calls: readonly number[]): Scenario {
  const before = Object.fromEntries(calls.map((call) => [call, [INTERVENTIONS['another change']]]));
  return intervention(faultCase, `another change before calls ${calls.join(', ')}`, undefined, before);
}

function intervention(faultCase: FaultCase, what: string, fault: Treatment | undefined, before: Script['before']): Scenario {
  return {
    name: `${faultCase.name}: ${fault ? `call ${faultCase.write} is ${fault.name}, ` : ''}${what}`,
    faultCase,
    treatments: fault ? { [faultCase.write!]: fault } : {},
    before,
    atEnd: [],
  };
}

function blank({ sub }: FaultSession): Item {
  const now = new Date().toISOString();
  return { ...keyOf(sub), profile_data: { name: 'Cleo' }, version: '', created_at: now, updated_at: now };
}

function mark({ item, effects }: FaultSession): Pick<Item, 'profile_data' | 'version'> {
  return { profile_data: { ...item?.profile_data, [`mark${effects.length}`]: true }, version: randomBytes(16).toString('hex') };
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
