import { spawnSync } from 'node:child_process';
import { FIGURES } from './figures';
import { readArguments, usageError } from '../scripts/lib/command/options';

export const HELP = `Usage: npm run bench [-- options]

Measures this library side by side with what it is compared with, and prints one table. Writes it to bench/results, with the
data as JSON, and plots.

  --short         5 rounds of each figure, without what takes minutes; writes nothing, and fails if a goal is clearly missed
  --rounds <n>    how often each variant is run; 25 by default
  --only <text>   only the figures whose name contains the text; writes nothing
  --against <commit>
                  compare cold starts with the handlers of an earlier commit as well
  --help          print this`;

export interface Options {
  readonly short: boolean;
  readonly rounds: number;
  /** The names of the figures to measure. */
  readonly figures: readonly string[];
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
  const names = Object.keys(FIGURES);
  const figures = names.filter((name) => name.includes(values.only ?? ''));
  if (figures.length === 0) {
    throw usageError(`--only is "${values.only}", it must be a part of one of ${names.join(', ')}`);
  }
  if (values.against !== undefined && spawnSync('git', ['rev-parse', '--verify', '--quiet', `${values.against}^{commit}`]).status !== 0) {
    throw usageError(`--against is "${values.against}", which is not a commit of this repository`);
  }
  return {
    short: values.short,
    rounds,
    figures,
    against: values.against,
    write: !values.short && values.only === undefined,
    help: values.help,
  };
}
