import { readArguments, readRuntime, Runtime, usageError } from '../../../scripts/lib/command/options';

/** The run takes about a minute on two cores. */
const EXAMPLES = '400';
/** A fixed seed generates the same requests in every run, so that CI fails only because of changes. */
const SEED = '20261122';

export const HELP = `Usage: npm run fuzz -- [options]

Deploys a service with administrators and the deletion of accounts to a local AWS, and sends valid and invalid requests of an
administrator that Schemathesis generates from the OpenAPI description. Every response must match the description, and none may be a server error. Requires Python 3.11 or newer.

Options:
  --runtime <name>   the handlers to deploy: nodejs or python (default: nodejs)
  --examples <n>     the number of requests to generate for each operation (default: ${EXAMPLES})
  --seed <n>         the seed to generate them from (default: ${SEED})
  --help             print this help
`;

export interface Options {
  readonly runtime: Runtime;
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
    throw usageError(`--${name} is "${value}", it must be an integer of at least 1`);
  }
  return number;
}
