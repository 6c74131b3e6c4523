import { readArguments, usageError } from '../scripts/lib/command/options';

export const HELP = `Usage: npm run bench [-- options]

Measures this library side by side with what it is compared with, and prints one table. Writes it to bench/results, with the
data as JSON, and plots.

  --short         5 rounds of each figure, without what takes minutes; writes nothing, and fails if a goal is clearly missed
  --rounds <n>    how often each variant is run; 25 by default
  --only <regex>  only the figures whose name matches; writes nothing
  --against <commit>
                  compare cold starts with the handlers of an earlier commit as well
  --help          print this`;

export interface Options {
  readonly short: boolean;
  readonly rounds: number;
  readonly only: RegExp;
  readonly against?: string;
  /** Whether to write the results. */
  readonly write: boolean;
  readonly help: boolean;
}

export function readOptions(args: string[]): Options {
  const values = readArguments(args, {
    short: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string' },
    against: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  const rounds = Number(values.rounds ?? (values.short ? 5 : 25));
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw usageError(`--rounds is "${values.rounds}", it must be an integer from 1`);
  }
  return {
    short: values.short,
    rounds,
    only: new RegExp(values.only ?? ''),
    against: values.against,
    write: !values.short && values.only === undefined,
    help: values.help,
  };
}
