import { isDeepStrictEqual } from 'util';
import { BODIES, FaultCase } from './fault-cases';
import { Scenario } from './fault-scenarios';
import { Effect, FaultSession } from './fault-session';
import { Item } from '../database/profile-table';
import { Invocation } from '../drivers/handler-process';

/** The time that a request may take. */
const REQUEST_TIME_MS = 10_000;

/** Checks an answer against what happened to the profile; gives what is wrong. */
export function findViolations({ faultCase, status: expected }: Scenario, { effects }: FaultSession, { response, log }: Invocation): string[] {
  const { statusCode: status, headers } = response;
  const body = response.body === undefined ? undefined : JSON.parse(response.body);
  // The handler saw what was stored before it answered.
  const states = effects.filter(({ late }) => !late).map(({ item }) => item);
  const own = effects.flatMap((effect, index) => (effect.by === 'handler' ? [{ ...effect, previous: effects[index - 1].item }] : []));
  const violations: string[] = [];
  const require = (condition: boolean, message: string) => violations.push(...(condition ? [] : [message]));

  require([200, 204, 404, 412, expected === 500 ? 500 : 503].includes(status), `answered ${status}`);
  require(JSON.parse(log).durationMs < REQUEST_TIME_MS, `took ${JSON.parse(log).durationMs} ms`);
  require(own.length <= 1, 'the write took effect twice');
  require(own.every((effect) => isRight(faultCase, effect)), 'the write did something else, or without its precondition');
  require(status === 503 || own.every(({ late }) => !late), 'the write took effect after the answer');

  const done = own.length === 1;
  if (status === 200 && faultCase.method === 'GET') {
    require(states.some((item) => isDeepStrictEqual(item, body)), 'the answer is not what was stored');
  } else if (status === 200) {
    require(done && isDeepStrictEqual(own[0].item, body) && headers.ETag === `"${body.version}"`, 'the answer is not what was written');
  } else if (status === 204) {
    require(done || states.includes(undefined), 'nothing was erased');
  } else if (status === 412) {
    require(!done && states.some((item) => !isPreconditionMet(faultCase, item?.version)), 'the precondition was met');
  } else if (status === 404) {
    require(!done && states.includes(undefined), 'there was a profile');
  } else if (status === 500) {
    require(!done, 'a write that was wrong took effect');
  } else if (status === 503) {
    require(headers['Retry-After'] === '1', 'the answer does not say when to try again');
  }
  return violations;
}

/** Whether a write did to the profile what the request says. */
function isRight(faultCase: FaultCase, { item, previous }: Effect & { readonly previous: Item | undefined }): boolean {
  if (!isPreconditionMet(faultCase, previous?.version)) {
    return false;
  }
  if (faultCase.method === 'DELETE') {
    return item === undefined;
  }
  if (!item || item.version === previous?.version || (previous && previous.created_at !== item.created_at)) {
    return false;
  }
  if (faultCase.method === 'POST') {
    return isDeepStrictEqual(item.profile_data, BODIES.POST);
  }
  const { age, ...kept } = previous?.profile_data ?? {};
  return previous !== undefined && isDeepStrictEqual(item.profile_data, { ...kept, town: BODIES.PATCH!.town });
}

function isPreconditionMet({ headers }: FaultCase, version: string | undefined): boolean {
  const ifMatch = headers?.['If-Match'];
  if (ifMatch !== undefined && (ifMatch === '*' ? version === undefined : ifMatch !== `"${version}"`)) {
    return false;
  }
  return headers?.['If-None-Match'] === undefined || version === undefined;
}
