import { Options as LocalOptions, readArguments, readRuntime, usageError } from '../local/options';

/** About a minute for all four methods, on two cores. */
const EXAMPLES = '400';
/** The same cases in every run, so that CI fails for changes only. */
const SEED = '20261122';

export const HELP = `Usage: npm run fuzz -- [options]

Deploys the sample app to a local AWS, and has Schemathesis send what it makes of the OpenAPI description, right and
wrong; every answer must be one that is described, and none a server error. It needs Python 3.11 or newer.

Options:
  --runtime <name>   which handlers to deploy: nodejs or python (default: nodejs)
  --examples <n>     how many requests to make up for each method (default: ${EXAMPLES})
  --seed <n>         from what they are made up (default: ${SEED})
  --help             print this
`;

export interface Options {
  readonly runtime: LocalOptions['runtime'];
  readonly examples: number;
  readonly seed: number;
  readonly help: boolean;
}

export function readOptions(args: string[]): Options {
  const { runtime, examples, seed, help } = readArguments(args, {
    runtime: { type: 'string', default: 'nodejs' },
    examples: { type: 'string', default: EXAMPLES },
    seed: { type: 'string', default: SEED },
    help: { type: 'boolean', short: 'h', default: false },
  });
  return { runtime: readRuntime(runtime), examples: readNumber('examples', examples), seed: readNumber('seed', seed), help };
}

function readNumber(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw usageError(`--${name} is "${value}", it must be a whole number from 1`);
  }
  return number;
}
