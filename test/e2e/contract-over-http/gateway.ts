import type { ContractCase } from '../../handlers/contract';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const REPLACES_BYTES = 'replaces invalid UTF-8 with U+FFFD in a body of type application/json';

/** The cases, by name, whose requests MiniStack changes on their way to the function. */
const MINISTACK: Record<string, string> = {
  'refuses an invalid byte': REPLACES_BYTES,
  'refuses an overlong form': REPLACES_BYTES,
  'refuses a surrogate in UTF-8': REPLACES_BYTES,
  'refuses a cut sequence': REPLACES_BYTES,
  'refuses UTF-16': REPLACES_BYTES,
};

/** The names above that no case has. */
export function staleExceptions(cases: readonly ContractCase[]): string[] {
  return Object.keys(MINISTACK).filter((name) => !cases.some((contractCase) => contractCase.name === name));
}

/** The reason to skip a case, if its requests cannot reach the function through the gateway unchanged. */
export function reasonToSkip({ name, sub, environment, steps }: ContractCase): string | undefined {
  if (environment !== undefined) {
    return 'the case needs another deployment';
  }
  if (sub !== undefined || steps.some(({ request }) => request.claims !== undefined)) {
    return 'the user pool issues no such token';
  }
  if (steps.some(({ request }) => request.bodyBase64 !== undefined && !BASE64.test(request.bodyBase64))) {
    return 'the gateway creates no such event';
  }
  return MINISTACK[name] && `MiniStack ${MINISTACK[name]}`;
}
