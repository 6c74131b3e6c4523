import { execFileSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { Template } from 'aws-cdk-lib/assertions';

const ROOT = path.join(__dirname, '..', '..', '..');

/** An app of `examples/web`, synthesized in its own process as the AWS CDK CLI does it. */
export class SynthesizedApp {
  public readonly template: Template;
  private readonly directory = mkdtempSync(path.join(tmpdir(), 'app-'));

  constructor(file: string, stack: string, context: Record<string, string> = {}) {
    execFileSync(process.execPath, ['--import', 'tsx', path.join('examples', 'web', file)], {
      cwd: ROOT,
      stdio: 'pipe',
      env: { ...process.env, CDK_OUTDIR: this.directory, CDK_CONTEXT_JSON: JSON.stringify(context) },
    });
    this.template = Template.fromJSON(JSON.parse(readFileSync(path.join(this.directory, `${stack}.template.json`), 'utf-8')));
  }

  /** Returns the content of the only file with this name in the assets. */
  public assetFile(name: string): string {
    const files = readdirSync(this.directory, { recursive: true, encoding: 'utf-8' }).filter((file) => path.basename(file) === name);
    expect(files).toHaveLength(1);
    return readFileSync(path.join(this.directory, files[0]), 'utf-8');
  }

  /** Returns a value of the template as a text. `<Type>` and `<Type.Attribute>` stand for resources, and `<host:…>` for the host of a URL. */
  public text(value: any): string {
    if (typeof value === 'string') {
      return value;
    }
    const [[name, argument]] = Object.entries<any>(value);
    switch (name) {
      case 'Ref':
        return `<${this.typeOf(argument)}>`;
      case 'Fn::GetAtt':
        return `<${this.typeOf(argument[0])}.${argument[1]}>`;
      case 'Fn::Join':
        return argument[1].map((part: unknown) => this.text(part)).join(argument[0]);
      case 'Fn::Select':
        expect([argument[0], argument[1]['Fn::Split'][0]]).toEqual([2, '/']);
        return `<host:${this.text(argument[1]['Fn::Split'][1])}>`;
      default:
        throw new Error(`The template has ${JSON.stringify(value)}, which the test does not read.`);
    }
  }

  private typeOf(logicalId: string): string {
    return this.template.toJSON().Resources[logicalId]?.Type ?? logicalId;
  }
}
