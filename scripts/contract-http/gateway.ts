import type { ContractCase } from '../../test/handlers/contract';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const REPLACES_BYTES = 'puts U+FFFD for what is not UTF-8 in a body of type application/json';

/** What MiniStack does to a request that keeps a case, by its name, from reaching the function as it is. */
const MINISTACK: Record<string, string> = {
  'refuses an invalid byte': REPLACES_BYTES,
  'refuses an overlong form': REPLACES_BYTES,
  'refuses a surrogate in UTF-8': REPLACES_BYTES,
  'refuses a cut sequence': REPLACES_BYTES,
  'refuses UTF-16': REPLACES_BYTES,
};

/** Names that no case has any more. */
export function staleExceptions(cases: readonly ContractCase[]): string[] {
  return Object.keys(MINISTACK).filter((name) => !cases.some((contractCase) => contractCase.name === name));
}

/** Why a case can't be run through the gateway as it is, if it can't. */
export function reasonToSkip({ name, sub, environment, steps }: ContractCase): string | undefined {
  if (environment !== undefined) {
    return 'it is about another deployment';
  }
  if (sub !== undefined || steps.some(({ request }) => request.claims !== undefined)) {
    return 'the user pool issues no such token';
  }
  if (steps.some(({ request }) => request.bodyBase64 !== undefined && !BASE64.test(request.bodyBase64))) {
    return 'the gateway makes no such event';
  }
  return MINISTACK[name] && `MiniStack ${MINISTACK[name]}`;
}
