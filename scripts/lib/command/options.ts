import { parseArgs, ParseArgsConfig } from 'node:util';
import { Failure } from './failure';

const RUNTIMES = ['nodejs', 'python'] as const;
const USAGE_EXIT_CODE = 2;

export const HELP = `Usage: npm run local -- [options]

Starts a local AWS, deploys the sample app to it with \`cdk deploy\`, signs a user up and in, uses the profile
over HTTP, and runs until Ctrl-C. Requires Python 3.10 or newer. Requires neither an AWS account nor Docker.

Options:
  --runtime <name>   the handlers to deploy: ${RUNTIMES.join(' or ')} (default: nodejs)
  --port <number>    the loopback port of the local AWS (default: a free one)
  --once             exit after the requests instead of running until Ctrl-C
  --help             print this help

Environment:
  PYTHON             the Python interpreter to use (default: python3, then python)
`;

export interface Options {
  readonly runtime: (typeof RUNTIMES)[number];
  readonly port?: number;
  readonly once: boolean;
  readonly help: boolean;
}

export function readOptions(args: string[]): Options {
  const { runtime, port, once, help } = readArguments(args, {
    runtime: { type: 'string', default: 'nodejs' },
    port: { type: 'string' },
    once: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  return { runtime: readRuntime(runtime), port: readPort(port), once, help };
}

/** Reads the arguments of a command whose only option is the runtime. With `--help`, prints the help and returns `undefined`. */
export function readRuntimeOrHelp(args: string[], help: string): Pick<Options, 'runtime'> | undefined {
  const values = readArguments(args, {
    runtime: { type: 'string', default: 'nodejs' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) {
    console.log(help);
    return undefined;
  }
  return { runtime: readRuntime(values.runtime) };
}

/** Reads the arguments of a command. Invalid arguments are a usage error. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T }>>['values'] {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw usageError((error as Error).message.split('. ')[0]);
  }
}

export function readRuntime(value: string): Options['runtime'] {
  const runtime = RUNTIMES.find((name) => name === value);
  if (!runtime) {
    throw usageError(`--runtime is "${value}", it must be one of ${RUNTIMES.join(', ')}`);
  }
  return runtime;
}

function readPort(value?: string): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw usageError(`--port is "${value}", it must be an integer from 1 to 65535`);
  }
  return port;
}

export function usageError(message: string): Failure {
  return new Failure(`${message}; see --help.`, USAGE_EXIT_CODE);
}
