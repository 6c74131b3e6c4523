import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Language, Versions } from './language';
import { toolEnvironment } from './tool-environment';
import { Session } from '../../../scripts/lib/command/session';
import { ROOT } from '../../../scripts/lib/root';
import { CommandLine, runForOutput } from '../run-for-output';

const CDK = join(ROOT, 'node_modules', '.bin', 'cdk');

/** Templates by the names of their files. */
export type Templates = Readonly<Record<string, unknown>>;

/** A copy of the example of a language, with the program that states every prop beside it. */
export class AppCopy {
  public static async create(session: Session, language: Language, { cdk }: Versions): Promise<AppCopy> {
    const copy = new AppCopy(session, language, `${language.directory} ${cdk}`);
    await cp(join(ROOT, 'examples', language.directory), copy.directory, {
      recursive: true,
      // What a developer has installed or built in the example stays out.
      filter: (path) => !/[\\/](?:node_modules|cdk\.out|\.venv|target)$/.test(path),
    });
    await cp(join(__dirname, 'programs', language.directory), copy.directory, { recursive: true });
    return copy;
  }

  public readonly directory: string;
  private readonly programs?: string;

  private constructor(private readonly session: Session, private readonly language: Language, private readonly name: string) {
    this.directory = session.path(`app ${name}`.replaceAll(' ', '-'));
    this.programs = language.programs && this.path(language.programs);
  }

  public path(name: string): string {
    return join(this.directory, name);
  }

  public async write(name: string, content: string): Promise<void> {
    await writeFile(this.path(name), content);
  }

  /** Runs a command in the app. Returns what it prints. */
  public async run(title: string, [file, ...args]: CommandLine): Promise<string> {
    return runForOutput(this.session, {
      name: `${this.name} ${title}`.replaceAll(/[^\w.]/g, '-'),
      file,
      args,
      remedy: this.language.remedy,
      cwd: this.directory,
      programs: this.programs,
      env: toolEnvironment(this.session),
    });
  }

  /** Synthesizes an app with the AWS CDK CLI, by default that of `cdk.json`. Returns the templates, which have the hashes of the assets. */
  public async synthesize(title: string, app?: string): Promise<Templates> {
    const output = this.path(`cdk.out-${title.replaceAll(' ', '-')}`);
    // What the CLI adds to the templates names the language.
    const plain = ['--no-version-reporting', '--no-path-metadata', '--no-asset-metadata', '--no-notices'];
    await this.run(title, [CDK, 'synth', '--quiet', '--output', output, ...plain, ...app === undefined ? [] : ['--app', app]]);
    const files = (await readdir(output)).filter((file) => file.endsWith('.template.json'));
    return Object.fromEntries(await Promise.all(files.map(async (file) => [file, JSON.parse(await readFile(join(output, file), 'utf8'))])));
  }
}
