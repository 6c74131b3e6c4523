import { Installation } from './installation';
import { readArguments, readPort, readRuntime, Runtime, RUNTIMES, usageError } from '../lib/command/options';

export interface Options {
  readonly app?: string;
  readonly stack?: string;
  readonly service?: string;
  readonly runtime: Runtime;
  readonly data?: string;
  readonly seed?: string;
  readonly open: boolean;
  readonly watch: boolean;
  readonly bundle: boolean;
  readonly port?: number;
  readonly pagePort?: number;
  readonly once: boolean;
  readonly help: boolean;
}

/** Returns the help of the command. */
export function helpOf({ command, sampleApp, bundle, watch }: Installation): string {
  return `Usage: ${command} [options]

Starts a local AWS, deploys a CDK app with a profile service to it with \`cdk deploy\`, and serves a web page that signs
users in and shows their profiles, until Ctrl-C. Requires Python 3.10 or newer. Requires neither an AWS account nor Docker.

Options:
  --app <command>       the command of the CDK app to deploy (default: ${sampleApp ? 'the sample app' : 'that of cdk.json'})
  --stack <name>        the stack to deploy, with its dependencies (default: all stacks)
  --service <name>      the service to show, by the name of its API, if the app has several
${sampleApp ? `  --runtime <name>      the handlers of the sample app: ${RUNTIMES.join(' or ')} (default: nodejs)
` : ''}  --data <directory>    keep users and profiles in this directory until the next run (default: they are removed)
  --seed <file>         create the users in this JSON file, with their profiles: [{ "email", "password", "profile" }]
  --open                open the page in the browser
${watch ? `  --watch               deploy the handlers again when a file in src/handlers changes
` : ''}${bundle ? `  --no-bundle           deploy what was bundled last (default: bundle the sources first)
` : ''}  --port <number>       the loopback port of the local AWS (default: a free one)
  --page-port <number>  the loopback port of the page (default: 8080, or a free one if it is in use)
  --once                exit after the deployment and the first requests, instead of running until Ctrl-C
  --help                print this help

Environment:
  PYTHON                the Python interpreter to use (default: python3, then python)
`;
}

/** Reads the command line. Invalid arguments are a usage error. */
export function readOptions(args: string[], installation: Installation): Options {
  const values = readArguments(args, {
    'app': { type: 'string' },
    'stack': { type: 'string' },
    'service': { type: 'string' },
    ...installation.sampleApp && { runtime: { type: 'string' } },
    ...installation.watch && { watch: { type: 'boolean' } },
    ...installation.bundle && { 'no-bundle': { type: 'boolean' } },
    'data': { type: 'string' },
    'seed': { type: 'string' },
    'open': { type: 'boolean', default: false },
    'port': { type: 'string' },
    'page-port': { type: 'string' },
    'once': { type: 'boolean', default: false },
    'help': { type: 'boolean', short: 'h', default: false },
  } as const);
  const { runtime, watch = false, 'no-bundle': noBundle } = values as { 'runtime'?: string; 'watch'?: boolean; 'no-bundle'?: boolean };
  if (runtime !== undefined && values.app !== undefined) {
    throw usageError('--runtime is for the sample app; the app of --app chooses its handlers itself');
  }
  if (installation.sampleApp && values.stack !== undefined && values.app === undefined) {
    throw usageError('--stack is for an app of --app; the sample app has one stack');
  }
  const empty = Object.entries(values).find(([, value]) => value === '');
  if (empty) {
    throw usageError(`--${empty[0]} is empty, it must have a value`);
  }
  if (values.port !== undefined && values.port === values['page-port']) {
    throw usageError(`--port and --page-port are both ${values.port}, they must differ`);
  }
  if (watch && values.once) {
    throw usageError('--watch and --once exclude each other');
  }
  return {
    ...values,
    runtime: readRuntime(runtime ?? 'nodejs'),
    watch,
    bundle: installation.bundle !== undefined && !noBundle,
    port: readPort('port', values.port),
    pagePort: readPort('page-port', values['page-port']),
  };
}
