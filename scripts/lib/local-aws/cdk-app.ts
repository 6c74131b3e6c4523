import { readdir, readFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { basename, join } from 'node:path';
import { LOOPBACK } from './free-port';
import { ACCOUNT, CREDENTIALS, REGION } from './local-aws';
import { leaveOutUnsupported } from './unsupported';
import { Failure } from '../command/failure';
import { Session } from '../command/session';
import { ROOT } from '../root';

const OUTPUT_NAMES = ['ProfileUrl', 'SignInUrl', 'SignOutUrl', 'UserPoolId', 'UserPoolClientId', 'Issuer'] as const;

/** The environment of a stack: the local AWS, or undefined. */
const LOCAL_ENVIRONMENT = new RegExp(`^aws://(?:unknown-account|${ACCOUNT})/(?:unknown-region|${REGION})$`);

/** The outputs of a stack: those of `OUTPUT_NAMES`, and any others of the stack. */
export type Outputs = Readonly<Record<(typeof OUTPUT_NAMES)[number] | (string & {}), string>>;

/** An app to deploy to the local AWS. */
export interface CdkAppSource {
  /** The command that runs the app. Without it, that of `cdk.json`. */
  readonly command?: string;
  /** The directory in which the command runs. Without it, the root directory of this project. */
  readonly directory?: string;
  /** The stack to deploy, with its dependencies. Without it, all stacks. */
  readonly stack?: string;
  /** Whether the command requires the environment of the user, such as the home directory. */
  readonly inUserEnvironment?: boolean;
}

/** Deploys an app to the local AWS with the AWS CDK CLI. */
export class CdkApp {
  /** The directory of the cloud assembly. */
  public readonly assembly: string;
  private readonly directory: string;

  constructor(private readonly session: Session, private readonly endpoint: string, private readonly source: CdkAppSource) {
    this.assembly = session.path('cdk.out');
    this.directory = source.directory ?? ROOT;
  }

  public async bootstrap(): Promise<void> {
    // In a directory without cdk.json, because no app is required.
    await this.cdk('bootstrap', [`aws://${ACCOUNT}/${REGION}`], this.session.path('home'));
  }

  /** Synthesizes and deploys the app, without what the local AWS rejects. Returns the names of what is left out. */
  public async deploy(context: Record<string, string>): Promise<string[]> {
    const { command, stack } = this.source;
    await this.cdk('synth', [
      '--quiet',
      ...command === undefined ? [] : ['--app', command],
      '--output', this.assembly,
      ...Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`]),
    ]);
    await this.checkEnvironments();
    const leftOut = await leaveOutUnsupported(this.assembly);
    await this.cdk('deploy', [
      // With the stacks of stages, which `--all` leaves out.
      stack ?? '**',
      '--app', this.assembly,
      '--outputs-file', this.session.path('outputs.json'),
      '--require-approval', 'never',
    ]);
    return leftOut;
  }

  /** Reads the outputs of the deployed stack, which must have at least those of `OUTPUT_NAMES`. */
  public async outputs(): Promise<Outputs> {
    const { stack } = this.source;
    const outputs = JSON.parse(await readFile(this.session.path('outputs.json'), 'utf8'))[stack!];
    const missing = OUTPUT_NAMES.filter((name) => !outputs?.[name]);
    if (missing.length > 0) {
      throw new Failure(`The stack ${stack} lacks the outputs ${missing.join(', ')}.`);
    }
    return outputs;
  }

  /** Checks that the stacks to deploy are for the account and the Region of the local AWS. */
  private async checkEnvironments(): Promise<void> {
    const files = (await readdir(this.assembly, { recursive: true })).filter((file) => basename(file) === 'manifest.json');
    for (const file of files) {
      const { artifacts } = JSON.parse(await readFile(join(this.assembly, file), 'utf8'));
      for (const [id, { type, environment }] of Object.entries<{ type: string; environment?: string }>(artifacts)) {
        const isDeployed = type === 'aws:cloudformation:stack' && (this.source.stack ?? id) === id;
        if (isDeployed && !LOCAL_ENVIRONMENT.test(environment!)) {
          throw new Failure(`The stack ${id} is for ${environment}, and the local AWS is ${ACCOUNT}/${REGION}. ` +
            'Set its env from CDK_DEFAULT_ACCOUNT and CDK_DEFAULT_REGION, or leave env out, when you deploy locally.');
        }
      }
    }
  }

  private async cdk(command: string, args: string[], directory = this.directory): Promise<void> {
    await this.session.run({
      name: `cdk ${command}`,
      file: 'cdk',
      args: [command, ...args, '--no-notices'],
      remedy: 'Install the AWS CDK CLI in the project: npm install --save-dev aws-cdk@^2',
      cwd: directory,
      programs: join(this.directory, 'node_modules', '.bin'),
      env: { ...this.source.inUserEnvironment && userEnvironment(), ...cdkEnvironment(this.endpoint) },
    });
  }
}

/** Returns the environment variables of the AWS CDK for the local AWS. */
export function cdkEnvironment(endpoint: string): NodeJS.ProcessEnv {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_REGION: REGION,
    // Nothing of the user's may lead to a real account, such as a profile that cdk.json names.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    NO_PROXY: LOOPBACK,
    no_proxy: LOOPBACK,
    CI: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: 'true',
    // Validation takes seconds, and the tests validate the same template.
    CDK_VALIDATION: 'false',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

/** Returns the environment of this process, without what could lead to a real AWS account. */
function userEnvironment(): NodeJS.ProcessEnv {
  const { PATH, ...variables } = process.env;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !/^(?:AWS|CDK)_/.test(name)));
}
