import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';

/** Each test starts programs, which take long on a busy machine. */
jest.setTimeout(30_000);

const ROOT = path.join(__dirname, '..');
const LICENSES = 'LICENSES';
let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'licenses-'));
  write('package.json', JSON.stringify({ name: 'app', version: '1.0.0' }));
  addPackage('one', { license: 'MIT' }, { 'license.md': 'Copyright One\r\n' });
  addPackage('@scope/two', { license: 'Apache-2.0' }, { 'LICENSE.txt': 'Apache', 'NOTICE': 'Made by Two' });
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

test('the license and the notice of each bundled package', () => {
  expect(licensesOf("import 'one'; import '@scope/two';")).toBe(`This package contains code of the following packages, under their licenses.

${'-'.repeat(80)}
@scope/two 1.2.3 (Apache-2.0)
${'-'.repeat(80)}

Apache

Made by Two

${'-'.repeat(80)}
one 1.2.3 (MIT)
${'-'.repeat(80)}

Copyright One
`);
});

test('the same, where node_modules is a symbolic link', () => {
  const before = licensesOf("import 'one'; import '@scope/two';");
  const elsewhere = `${project}-elsewhere`;
  renameSync(path.join(project, 'node_modules'), elsewhere);
  symlinkSync(elsewhere, path.join(project, 'node_modules'));
  try {
    expect(licensesOf("import 'one'; import '@scope/two';")).toBe(before);
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});

test('packages with the same license are listed above it', () => {
  addPackage('three', { license: 'MIT' }, { LICENSE: 'Copyright One' });
  expect(licensesOf("import 'one'; import 'three';")).toContain('one 1.2.3 (MIT)\nthree 1.2.3 (MIT)\n');
});

test('a package that a bundle imports and has no code of is left out', () => {
  addPackage('unused', { license: 'MIT', sideEffects: false }, { LICENSE: 'Copyright Unused' });
  expect(licensesOf("import 'one'; import { name } from 'unused';")).not.toContain('unused');
});

test('a package.json that only sets the module format is not that of the package', () => {
  addPackage('four', { license: 'ISC', main: 'esm/index.js' }, { 'LICENSE': 'Copyright Four', 'esm/package.json': '{"type":"module"}', 'esm/index.js': 'console.log(4);' });
  expect(licensesOf("import 'four';")).toContain('four 1.2.3 (ISC)');
});

test.each([
  [{ license: 'GPL-3.0-only' }, { LICENSE: 'GPL' }, 'five 1.2.3 is in a bundle, and its license is "GPL-3.0-only", which is none of 0BSD, Apache-2.0,'],
  [{}, { LICENSE: 'Copyright Five' }, 'five 1.2.3 is in a bundle, and its license is undefined'],
  [{ license: 'MIT' }, { 'README.md': 'MIT' }, 'five 1.2.3 is in a bundle, and has no file with its license (MIT)'],
])('a package with %p and the files %p fails the build', (manifest, files, message) => {
  addPackage('five', manifest, files);
  expect(failureOf("import 'five';")).toContain(message);
});

test('bundles without a package of others fail the build', () => {
  expect(failureOf('console.log(1);')).toContain('The bundles of meta.json contain no package of others');
});

test('the package has the licenses of its Node.js handlers, its page and its local command', () => {
  const licenses = readFileSync(path.join(ROOT, 'assets', 'THIRD-PARTY-LICENSES'), 'utf-8');
  for (const name of ['@aws-sdk/client-dynamodb', '@smithy/core', 'openid-client', 'oauth4webapi', 'ultrahtml', 'entities']) {
    const { version, license } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf-8'));
    expect(licenses).toContain(`\n${name} ${version} (${license})\n`);
  }
});

function licensesOf(code: string): string {
  const { status, stderr } = bundle(code);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return readFileSync(path.join(project, LICENSES), 'utf-8');
}

function failureOf(code: string): string {
  const { status, stderr } = bundle(code);
  expect(status).toBe(1);
  return stderr;
}

/** Bundles code with esbuild, and writes the licenses, as `npx projen bundle` does. */
function bundle(code: string) {
  write('main.js', code);
  const esbuild = spawnSync(path.join(ROOT, 'node_modules', '.bin', 'esbuild'), [
    'main.js', '--bundle', '--outfile=out.js', '--metafile=meta.json', '--log-level=error',
  ], { cwd: project, encoding: 'utf-8' });
  expect(esbuild.stderr).toBe('');
  const script = path.join(ROOT, 'scripts', 'third-party-licenses.ts');
  return spawnSync(process.execPath, ['--import', require.resolve('tsx'), script, LICENSES, 'meta.json'], { cwd: project, encoding: 'utf-8' });
}

function addPackage(name: string, manifest: object, files: Record<string, string>): void {
  const directory = path.join('node_modules', name);
  write(path.join(directory, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
  write(path.join(directory, 'index.js'), `console.log(${JSON.stringify(name)}); export const name = 1;`);
  for (const [file, text] of Object.entries(files)) {
    write(path.join(directory, file), text);
  }
}

function write(file: string, text: string): void {
  const target = path.join(project, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
