import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensurePythonEnvironment, PythonUnavailableError } from '../../../scripts/lib/python-environment';

/** An interpreter of Python in an environment with a version of botocore. */
export interface PythonWithSdk {
  readonly name: string;
  readonly interpreter: string;
}

interface Interpreter {
  readonly file: string;
  readonly minor: number;
}

/** From the lowest version that is supported to versions to come. */
const MINORS = [10, 11, 12, 13, 14, 15, 16];

/** Makes an environment of the lowest Python of this machine with the lowest SDK, and one of the newest with the newest. */
export async function lowestAndNewestPython(): Promise<PythonWithSdk[]> {
  const found = await findInterpreters();
  if (found.length === 0) {
    throw new PythonUnavailableError('There is no Python 3.10 or newer on the PATH or in pyenv; install one.');
  }
  const [lowest, newest] = [found[0], found.at(-1)!];
  return [await environmentOf(lowest, 'lowest'), await environmentOf(newest, 'newest')];
}

async function environmentOf({ file }: Interpreter, sdk: 'lowest' | 'newest'): Promise<PythonWithSdk> {
  process.env.PYTHON = file;
  const packages = { directory: `.venv-compatibility-${sdk}`, requirements: [`test/e2e/compatibility/${sdk}-sdk.txt`] };
  const { python, version } = await ensurePythonEnvironment(console.log, undefined, packages);
  return { name: `Python ${version}, ${sdk} SDK`, interpreter: python };
}

/** The interpreters by ascending version: those on the PATH, and those that pyenv has. */
async function findInterpreters(): Promise<Interpreter[]> {
  const directories = pyenvDirectories();
  const candidates = MINORS.flatMap((minor) => (
    ['', ...directories].map((directory) => ({ minor, file: join(directory, `python3.${minor}`) }))
  ));
  const usable = await Promise.all(candidates.map(async (candidate) => ((await runs(candidate.file)) ? [candidate] : [])));
  return usable.flat();
}

function pyenvDirectories(): string[] {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  try {
    return readdirSync(versions).map((version) => join(versions, version, 'bin'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

/** Shims of pyenv exist for versions that they do not run. */
async function runs(file: string): Promise<boolean> {
  try {
    await promisify(execFile)(file, ['-c', 'import ssl, venv, ensurepip']);
    return true;
  } catch {
    return false;
  }
}
