import { cp, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Generator, PYTHON_CONFIG } from './generators';
import { Failure } from '../../../scripts/lib/command/failure';
import { Session } from '../../../scripts/lib/command/session';
import { CommandLine, runForOutput } from '../run-for-output';

const ROOT = join(__dirname, '..', '..', '..');
const NODE_MODULES = join(ROOT, 'node_modules');

/** A temporary directory with the programs of one client, the description, and the generated code. */
export class Workspace {
  public static async create(session: Session, generator: Generator, description: string): Promise<Workspace> {
    const workspace = new Workspace(session, generator, session.path(generator.name));
    await mkdir(workspace.directory);
    await cp(join(__dirname, 'programs', generator.name), workspace.directory, { recursive: true });
    await symlink(NODE_MODULES, workspace.path('node_modules'));
    await writeFile(workspace.path('package.json'), '{ "type": "module" }');
    await writeFile(workspace.path('generator.yaml'), PYTHON_CONFIG);
    await writeFile(workspace.path('openapi.json'), description);
    return workspace;
  }

  private constructor(private readonly session: Session, private readonly generator: Generator, public readonly directory: string) {}

  public path(name: string): string {
    return join(this.directory, name);
  }

  /** Generates the client with a command, which finds others in `programs`. A warning is a failure. Returns the size of the generated code. */
  public async generate([file, ...args]: CommandLine, programs: string): Promise<string> {
    const log = await runForOutput(this.session, {
      name: `${this.generator.name} generator`,
      file,
      args: [...args, ...this.generator.arguments.split(' ')],
      cwd: this.directory,
      programs,
    });
    if (/warn|skip/i.test(log)) {
      throw new Failure(`The generator warns:\n\n${log}`);
    }
    return sizeOf(this.path(this.generator.output));
  }

  /** Runs a program, and returns the JSON that it prints. */
  public async runProgram([file, ...args]: CommandLine, apiUrl: string, token: string): Promise<Record<string, unknown>> {
    const output = await runForOutput(this.session, {
      name: `${this.generator.name} program`,
      file,
      args,
      cwd: this.directory,
      env: { API_URL: apiUrl, TOKEN: token },
    });
    return JSON.parse(output);
  }
}

async function sizeOf(path: string): Promise<string> {
  const isDirectory = (await stat(path)).isDirectory();
  const names = isDirectory ? await readdir(path, { recursive: true }) : [''];
  const files = (await Promise.all(names.map(async (name) => stat(join(path, name))))).filter((file) => file.isFile());
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return `${(bytes / 1024).toFixed(0)} KiB in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}
