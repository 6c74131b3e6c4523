import { execFileSync } from 'child_process';
import { createHash } from 'crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import * as path from 'path';
import { buildSync } from 'esbuild';
import { ensurePythonEnvironment, PythonUnavailableError } from './python-environment';

/**
 * Makes what functions with a `profileSchema` have beside the handlers: the validators, so that other functions go without.
 *
 * Without Python its part is skipped, with the reason, except in CI and where the package is made.
 */
const ROOT = path.join(__dirname, '..');
const SOURCE = path.join(ROOT, 'src', 'handlers');
const TARGET = path.join(ROOT, 'assets', 'profile-schema');
const REQUIREMENTS = path.join(__dirname, 'schema-requirements.txt');
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'profile-schema');
/** What a function does not need of the Python packages; it keeps their licenses, as these want. */
const UNNEEDED = /(?:^|\/)(?:bin|tests|benchmarks|cli\.py|[^/]+\.pyi|py\.typed|direct_url\.json|INSTALLER|METADATA|RECORD|REQUESTED|WHEEL|entry_points\.txt)$/;

function bundleNode(): void {
  const target = path.join(TARGET, 'nodejs');
  const { metafile } = buildSync({
    entryPoints: [path.join(SOURCE, 'nodejs', 'schema', 'index.ts')],
    outfile: path.join(target, 'profile-schema.js'),
    absWorkingDir: ROOT,
    bundle: true,
    format: 'cjs',
    metafile: true,
    minify: true,
    platform: 'node',
    target: 'node20',
  });
  const packages = Object.keys(metafile.inputs).map((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  const licenses = [...new Set(packages)].filter((directory) => directory !== undefined).sort().map(licenseOf);
  writeFileSync(path.join(target, 'LICENSES.txt'), licenses.join('\n'));
}

function licenseOf(directory: string): string {
  const file = readdirSync(path.join(ROOT, directory)).find((name) => /^licen[cs]e/i.test(name));
  if (!file) {
    throw new Error(`${directory} is bundled, but has no license file.`);
  }
  return `${directory.replace('node_modules/', '')}\n\n${readFileSync(path.join(ROOT, directory, file), 'utf-8')}`;
}

async function bundlePython(): Promise<void> {
  const target = path.join(TARGET, 'python');
  const packages = await installPackages();
  cpSync(packages, target, {
    recursive: true,
    filter: (file) => !UNNEEDED.test(path.relative(packages, file).replaceAll(path.sep, '/')),
  });
  cpSync(path.join(SOURCE, 'python', 'schema'), path.join(target, 'schema'), {
    recursive: true,
    filter: (file) => !['__pycache__', 'rpds.py'].includes(path.basename(file)),
  });
  cpSync(path.join(SOURCE, 'python', 'schema', 'rpds.py'), path.join(target, 'rpds.py'));
  cpSync(path.join(SOURCE, 'schema-details.json'), path.join(target, 'schema-details.json'));
}

/** Downloads the packages once. */
async function installPackages(): Promise<string> {
  const recipe = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  const installed = path.join(CACHE, recipe);
  if (existsSync(installed)) {
    return installed;
  }
  const { python } = await ensurePythonEnvironment(console.log);
  const building = path.join(CACHE, `building-${process.pid}`);
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  execFileSync(python, [
    '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '--no-deps', '--no-compile',
    // Wheels that run anywhere, or nothing.
    '--only-binary', ':all:', '--platform', 'any', '--require-hashes', '--target', building, '-r', REQUIREMENTS,
  ], { stdio: 'inherit' });
  renameSync(building, installed);
  return installed;
}

async function bundle(): Promise<void> {
  rmSync(TARGET, { recursive: true, force: true });
  bundleNode();
  await bundlePython();
}

bundle().catch((error: unknown) => {
  if (!(error instanceof PythonUnavailableError) || process.env.CI) {
    throw error;
  }
  console.error(`Python functions can't have a profileSchema: ${error.message}`);
});
