import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isRunning, runToEnd } from './command/process-group';
import { ROOT } from './root';

const BUILD_INFIX = '-build-';
const STAMP = 'stamp.json';
const REQUIREMENT = /^[\w[\]-]+==[^\s;]+/gm;
const MINIMUM = { major: 3, minor: 10 };

/** The directory and the requirements files of a virtual environment, absolute or relative to the root directory of the project. */
export interface PythonPackages {
  readonly directory: string;
  readonly requirements: readonly string[];
}

/** The packages that the handlers, the local AWS and linting require. */
export const PROJECT_PACKAGES: PythonPackages = {
  directory: '.venv',
  requirements: ['scripts/local/requirements.txt', 'scripts/requirements.txt'],
};

export interface PythonEnvironment {
  /** The interpreter of the virtual environment. */
  readonly python: string;
  /** Its version, such as `3.12.4`. */
  readonly version: string;
}

/** An error whose message has the reason why Python is unavailable, and the remedy. */
export class PythonUnavailableError extends Error {
  public override readonly name = 'PythonUnavailableError';
}

interface Progress {
  readonly onProgress: (message: string) => void;
  readonly signal?: AbortSignal;
}

const runFile = promisify(execFile);

/**
 * Creates a virtual environment, by default `.venv` with the packages of this project. Reuses an existing one if the
 * requirements and the version of Python are the same.
 *
 * When `signal` aborts, ends the processes, removes the incomplete environment, and throws the reason of the abort.
 */
export async function ensurePythonEnvironment(
  onProgress: (message: string) => void = () => {},
  signal?: AbortSignal,
  packages: PythonPackages = PROJECT_PACKAGES,
): Promise<PythonEnvironment> {
  const environment = resolve(ROOT, packages.directory);
  const requirements = packages.requirements.map((file) => resolve(ROOT, file));
  const base = await findPython(signal);
  const stamp = JSON.stringify({
    python: base.version,
    requirements: createHash('sha256').update(await textOf(requirements)).digest('hex'),
  });
  const parent = dirname(environment);
  const buildPrefix = basename(environment) + BUILD_INFIX;
  await mkdir(parent, { recursive: true });
  await removeAbandonedBuilds(parent, buildPrefix);
  if (!(await isUsable(environment, stamp, signal))) {
    const build = join(parent, buildPrefix + process.pid);
    await mkdir(build);
    try {
      await buildEnvironment(base, build, requirements, { onProgress, signal });
      await writeFile(join(build, 'new', STAMP), stamp);
      await moveIntoPlace(build, environment, stamp);
    } finally {
      await rm(build, { recursive: true, force: true });
    }
  }
  return { python: interpreterOf(environment), version: base.version };
}

/** Finds a Python that can create virtual environments. Without one, throws what is wrong and what to do. */
export async function findPython(signal?: AbortSignal): Promise<PythonEnvironment> {
  if (process.platform === 'win32') {
    throw new PythonUnavailableError('The local AWS runs on Linux and macOS only; on Windows run this in WSL.');
  }
  const named = process.env.PYTHON;
  const reasons: string[] = [];
  for (const python of named ? [named] : ['python3', 'python']) {
    const found = await inspect(python, signal);
    if ('version' in found) {
      return found;
    }
    reasons.push(found.unusable);
  }
  throw new PythonUnavailableError(
    `Python ${MINIMUM.major}.${MINIMUM.minor} or newer is needed, but ${reasons.join(' and ')}; ` +
    'install it or name an interpreter in the PYTHON environment variable.',
  );
}

async function inspect(python: string, signal?: AbortSignal): Promise<PythonEnvironment | { unusable: string }> {
  const versionOrError = await runCode(python, 'import sys; print("%d.%d.%d" % sys.version_info[:3])', signal);
  if (versionOrError instanceof Error) {
    const missing = (versionOrError as NodeJS.ErrnoException).code === 'ENOENT';
    return { unusable: missing ? `there is no \`${python}\`` : `\`${python}\` does not run` };
  }
  const version = versionOrError.trim();
  const [major, minor] = version.split('.').map(Number);
  if (major < MINIMUM.major || (major === MINIMUM.major && minor < MINIMUM.minor)) {
    return { unusable: `\`${python}\` is ${version}` };
  }
  // Debian and Ubuntu package these two modules separately.
  if (await runCode(python, 'import venv, ensurepip', signal) instanceof Error) {
    return { unusable: `\`${python}\` lacks the venv module (the package python3-venv on Debian and Ubuntu)` };
  }
  return { python, version };
}

async function buildEnvironment(
  base: PythonEnvironment,
  build: string,
  requirements: readonly string[],
  { onProgress, signal }: Progress,
): Promise<void> {
  const log = join(build, 'output.log');
  const directory = join(build, 'new');
  onProgress(`making a virtual environment with Python ${base.version}`);
  const venv = await runToEnd({ file: base.python, args: ['-m', 'venv', directory], log }, signal);
  if (venv) {
    throw new PythonUnavailableError(
      `\`${base.python} -m venv\` failed (${lastLine(venv.tail)}); ` +
      'repair that Python or name another in the PYTHON environment variable.',
    );
  }
  const packages = (await textOf(requirements)).match(REQUIREMENT)!.join(', ');
  onProgress(`installing ${packages} with pip`);
  const install = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', ...requirements.flatMap((file) => ['-r', file])];
  const pip = await runToEnd({ file: interpreterOf(directory), args: install, log }, signal);
  if (pip) {
    throw new PythonUnavailableError(
      `pip could not install ${packages} (${lastLine(pip.tail)}); ` +
      'see that pip reaches a package index, then run this again.',
    );
  }
}

/** Moves the environment into place. If another process was faster, its environment is used instead. */
async function moveIntoPlace(build: string, environment: string, stamp: string): Promise<void> {
  if (await isUsable(environment, stamp)) {
    return;
  }
  if (existsSync(environment)) {
    await rename(environment, join(build, 'old'));
  }
  try {
    await rename(join(build, 'new'), environment);
  } catch (error) {
    if (!(await isUsable(environment, stamp))) {
      throw error;
    }
  }
}

async function isUsable(environment: string, stamp: string, signal?: AbortSignal): Promise<boolean> {
  const file = join(environment, STAMP);
  if (!existsSync(file) || await readFile(file, 'utf8') !== stamp) {
    return false;
  }
  // The interpreter that created the environment can have been removed.
  return !(await runCode(interpreterOf(environment), '', signal) instanceof Error);
}

/** Removes the incomplete environments of processes that were killed. */
async function removeAbandonedBuilds(parent: string, buildPrefix: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    if (entry.startsWith(buildPrefix) && !isRunning(Number(entry.slice(buildPrefix.length)))) {
      await rm(join(parent, entry), { recursive: true, force: true });
    }
  }
}

/** Runs Python code. Returns its output, or the error. */
async function runCode(python: string, code: string, signal?: AbortSignal): Promise<string | Error> {
  try {
    return (await runFile(python, ['-c', code], { signal })).stdout;
  } catch (error) {
    signal?.throwIfAborted();
    return error as Error;
  }
}

async function textOf(files: readonly string[]): Promise<string> {
  return (await Promise.all(files.map(async (file) => readFile(file, 'utf8')))).join('\n');
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

function interpreterOf(directory: string): string {
  return join(directory, 'bin', 'python');
}
