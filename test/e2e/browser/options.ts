import { join } from 'node:path';
import { Width, WIDTHS } from './visit';
import { readArguments, Runtime, RUNTIMES, usageError } from '../../../scripts/lib/command/options';
import { ROOT } from '../../../scripts/lib/root';

const BOTH = 'both';

export interface Options {
  readonly runtimes: readonly Runtime[];
  readonly widths: readonly Width[];
  readonly times: number;
  readonly screenshots: string;
  /** The file of a packed package. */
  readonly package?: string;
}

const HELP = `Usage: npm run browser -- [options]

Uses the page that \`npm run local\` serves, in headless Chromium, as a person does. Requires Chromium, on Debian the
package chromium-headless-shell.

Options:
  --runtime <name>           the handlers to deploy: nodejs, python or both (default: both)
  --width <name>             the width of the window: phone, desktop or both (default: both)
  --times <number>           the number of visits with each width, each by a new user (default: 1)
  --screenshots <directory>  the place of the screenshots (default: screenshots)
  --package <tarball>        only use the page that the command of a packed package serves, in a new project
  --help                     print this help

Environment:
  CHROMIUM                   the path of Chromium or Chrome
  PYTHON                     the Python interpreter to use (default: python3, then python)
`;

/** Reads the arguments. With `--help`, prints the help and returns `undefined`. */
export function readOptions(args: string[]): Options | undefined {
  const values = readArguments(args, {
    runtime: { type: 'string', default: BOTH },
    width: { type: 'string', default: BOTH },
    times: { type: 'string', default: '1' },
    screenshots: { type: 'string', default: join(ROOT, 'screenshots') },
    package: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1) {
    throw usageError(`--times is "${values.times}", it must be an integer above 0`);
  }
  return {
    runtimes: oneOrBoth('runtime', values.runtime, RUNTIMES),
    widths: oneOrBoth('width', values.width, WIDTHS),
    times,
    screenshots: values.screenshots,
    package: values.package,
  };
}

function oneOrBoth<T extends string>(name: string, value: string, choices: readonly T[]): readonly T[] {
  const chosen = choices.filter((choice) => [choice, BOTH].includes(value));
  if (chosen.length === 0) {
    throw usageError(`--${name} is "${value}", it must be one of ${[...choices, BOTH].join(', ')}`);
  }
  return chosen;
}
