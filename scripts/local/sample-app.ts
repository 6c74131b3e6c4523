import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure';
import { ACCOUNT, CREDENTIALS, REGION } from './local-aws';
import { Options } from './options';
import { Session } from './session';

const ROOT = join(__dirname, '..', '..');
const CDK = join(ROOT, 'node_modules', '.bin', 'cdk');
const APP = 'node --import tsx test/integ.cognito-profile-service.ts';
const STACK = 'CognitoProfileServiceSample';
const OUTPUT_NAMES = ['ProfileUrl', 'SignInUrl', 'UserPoolId', 'UserPoolClientId', 'Issuer'] as const;

export type Outputs = Readonly<Record<(typeof OUTPUT_NAMES)[number], string>>;

export interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: any }>>;
}

/** The sample app of the integration test, which goes to the local AWS with the CDK's own command line tool. */
export class SampleApp {
  constructor(private readonly session: Session, private readonly endpoint: string) {}

  public async bootstrap(): Promise<void> {
    await this.cdk('bootstrap', [`aws://${ACCOUNT}/${REGION}`]);
  }

  public async deploy(runtime: Options['runtime']): Promise<Outputs> {
    await this.cdk('deploy', [
      STACK,
      '--app', APP,
      '--output', this.session.path('cdk.out'),
      '--outputs-file', this.session.path('outputs.json'),
      '--require-approval', 'never',
      '--context', `runtime=${runtime}`,
      '--context', 'signInPage=classic',
    ]);
    const outputs = (await this.readJson('outputs.json'))[STACK];
    const missing = OUTPUT_NAMES.filter((name) => !outputs?.[name]);
    if (missing.length > 0) {
      throw new Failure(`The stack ${STACK} lacks the outputs ${missing.join(', ')}.`);
    }
    return outputs;
  }

  /** The template that was deployed. */
  public async template(): Promise<Template> {
    return this.readJson(join('cdk.out', `${STACK}.template.json`));
  }

  private async cdk(command: string, args: string[]): Promise<void> {
    await this.session.run({
      name: `cdk ${command}`,
      file: CDK,
      args: [command, ...args, '--no-notices'],
      cwd: ROOT,
      env: {
        AWS_ENDPOINT_URL: this.endpoint,
        AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
        AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
        AWS_REGION: REGION,
        CI: 'true',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        CDK_DISABLE_VERSION_CHECK: 'true',
        // Takes seconds, and the tests validate the same template.
        CDK_VALIDATION: 'false',
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      },
    });
  }

  private async readJson(name: string): Promise<any> {
    return JSON.parse(await readFile(this.session.path(name), 'utf8'));
  }
}
