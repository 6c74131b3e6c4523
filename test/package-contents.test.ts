import { readFileSync } from 'fs';
import * as path from 'path';
import { faultsOfFiles, faultsOfManifest, faultsOfSize } from '../scripts/lib/package-contents';

/** A package with the least that it must contain, as `tar` lists it. */
const FILES = [
  'package.json', 'README.md', 'LICENSE', 'API.md', '.jsii', '.jsii.tabl.json',
  'lib/index.js', 'lib/index.d.ts', 'lib/cli/main.js',
  ...['account', 'accounts', 'changes', 'profile', 'profiles'].flatMap((name) => [`${name}.cjs`, `${name}.mjs`]).map((file) => `assets/handlers/nodejs/${file}`),
  ...['profile.py', 'shared/problems.json', 'shared/schema-details.json'].map((file) => `assets/handlers/python/${file}`),
  'assets/openapi.json', ...['account-deletion.json', 'administrators.json', 'user-deletion.json'].map((file) => `assets/openapi/${file}`),
  'assets/local/main.js', 'assets/local/requirements.txt', 'assets/THIRD-PARTY-LICENSES',
  ...['index.html', 'main.js', 'style.css', 'mail.html', 'mail.js', 'sign-up.html', 'sign-up.js'].map((file) => `assets/local/pages/${file}`),
].map((file) => `package/${file}`);

test('a package with everything', () => {
  const more = ['lib/sign-in/user-pool.js', 'lib/sign-in/user-pool.d.ts', 'assets/handlers/python/domain/schema/evaluation.py'];
  expect(faultsOfFiles([...FILES, ...more.map((file) => `package/${file}`)])).toEqual([]);
});

test.each(FILES)('a package without %s', (missing) => {
  expect(faultsOfFiles(FILES.filter((file) => file !== missing)).join()).toContain('is missing in the package');
});

test.each([
  'src/index.ts', 'test/import.test.ts', 'lib/index.js.map', 'lib/index.ts', 'lib/handlers/nodejs/profile.js', 'tsconfig.tsbuildinfo', '.projenrc.ts',
  'assets/handlers/python/__pycache__/profile.cpython-311.pyc', 'assets/handlers/nodejs/profile.cjs.meta.json', 'assets/local/pages/icon.png', '.metafiles/nodejs.json',
])('a package with %s', (stray) => {
  expect(faultsOfFiles([...FILES, `package/${stray}`])).toEqual([expect.stringContaining(`${stray} is in the package`)]);
});

test('package.json names the license and where the project is', () => {
  const manifest = JSON.parse(readFileSync(path.join(__dirname, '..', 'package.json'), 'utf-8'));
  expect(faultsOfManifest(manifest)).toEqual([]);
  expect(faultsOfManifest({ ...manifest, license: 'MIT' })).toEqual(['license in package.json is "MIT", it must be "Apache-2.0"; correct .projenrc.ts.']);
  for (const name of ['name', 'homepage', 'bugs', 'repository']) {
    expect(faultsOfManifest({ ...manifest, [name]: undefined })).toEqual([expect.stringContaining(`${name} in package.json is undefined`)]);
  }
});

test('the packed package has at most 650,000 bytes', () => {
  expect(faultsOfSize(650_000)).toEqual([]);
  expect(faultsOfSize(650_001)).toEqual([expect.stringContaining('has 650001 bytes, more than 650000')]);
});
