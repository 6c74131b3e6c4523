import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ACCOUNT, CREDENTIALS, REGION } from './local-aws';
import { Failure } from '../command/failure';
import { Session } from '../command/session';

export const ROOT = join(__dirname, '..', '..', '..');
const CDK = join(ROOT, 'node_modules', '.bin', 'cdk');
const OUTPUT_NAMES = ['ProfileUrl', 'SignInUrl', 'SignOutUrl', 'UserPoolId', 'UserPoolClientId', 'Issuer'] as const;

/** The outputs of a stack: those of `OUTPUT_NAMES`, and any others of the stack. */
export type Outputs = Readonly<Record<(typeof OUTPUT_NAMES)[number] | (string & {}), string>>;

export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: any;
}

/** An app with a stack for the local AWS. The stack has at least the outputs of `OUTPUT_NAMES`. */
export interface CdkAppSource {
  /** The command that runs the app, from the root directory of the project. */
  readonly command: string;
  readonly stack: string;
}

/** Deploys an app to the local AWS with the AWS CDK CLI. */
export class CdkApp {
  constructor(private readonly session: Session, private readonly endpoint: string, private readonly source: CdkAppSource) {}

  public async bootstrap(): Promise<void> {
    await this.cdk('bootstrap', [`aws://${ACCOUNT}/${REGION}`]);
  }

  public async deploy(context: Record<string, string>): Promise<Outputs> {
    const { command, stack } = this.source;
    await this.cdk('deploy', [
      stack,
      '--app', command,
      '--output', this.session.path('cdk.out'),
      '--outputs-file', this.session.path('outputs.json'),
      '--require-approval', 'never',
      ...Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`]),
    ]);
    const outputs = (await this.readJson('outputs.json'))[stack];
    const missing = OUTPUT_NAMES.filter((name) => !outputs?.[name]);
    if (missing.length > 0) {
      throw new Failure(`The stack ${stack} lacks the outputs ${missing.join(', ')}.`);
    }
    return outputs;
  }

  /** Reads the template that was deployed. */
  public async template(): Promise<Template> {
    return this.readJson(join('cdk.out', `${this.source.stack}.template.json`));
  }

  private async cdk(command: string, args: string[]): Promise<void> {
    await this.session.run({
      name: `cdk ${command}`,
      file: CDK,
      args: [command, ...args, '--no-notices'],
      cwd: ROOT,
      env: cdkEnvironment(this.endpoint),
    });
  }

  private async readJson(name: string): Promise<any> {
    return JSON.parse(await readFile(this.session.path(name), 'utf8'));
  }
}

/** Returns the environment variables of the AWS CDK for the local AWS. */
export function cdkEnvironment(endpoint: string): NodeJS.ProcessEnv {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_REGION: REGION,
    CI: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: 'true',
    // Validation takes seconds, and the tests validate the same template.
    CDK_VALIDATION: 'false',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
