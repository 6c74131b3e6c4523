import { parseArgs, ParseArgsConfig } from 'node:util';
import { Failure } from './failure';
import { commandForNpm } from './npm-options';

export const RUNTIMES = ['nodejs', 'python'] as const;
const USAGE_EXIT_CODE = 2;

export type Runtime = (typeof RUNTIMES)[number];

/** Reads the arguments of a command whose only option is the runtime. With `--help`, prints the help and returns `undefined`. */
export function readRuntimeOrHelp(args: string[], help: string): { readonly runtime: Runtime } | undefined {
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
  const command = commandForNpm(args, options, process.env);
  if (command !== undefined) {
    throw usageError(`npm keeps options for itself that are not after --. Run \`${command}\`, or remove them from .npmrc if it has them`);
  }
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw usageError((error as Error).message.split('. ')[0]);
  }
}

export function readRuntime(value: string): Runtime {
  const runtime = RUNTIMES.find((name) => name === value);
  if (!runtime) {
    throw usageError(`--runtime is "${value}", it must be one of ${RUNTIMES.join(', ')}`);
  }
  return runtime;
}

export function readPort(name: string, value?: string): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw usageError(`--${name} is "${value}", it must be an integer from 1 to 65535`);
  }
  return port;
}

export function usageError(message: string): Failure {
  return new Failure(`${message}; see --help.`, USAGE_EXIT_CODE);
}
