import { REPOSITORY } from '../../projenrc/repository';

/** The maximum size of the packed package, in bytes. */
const MAX_SIZE = 650_000;
const REMEDY = 'correct projenrc/package-files.ts, or the list in scripts/lib/package-contents.ts';

/** Every file of the package, each by its path or by those of its kind. */
const CONTENTS: readonly (string | RegExp)[] = [
  'package.json',
  'README.md',
  'LICENSE',
  'API.md',
  // The assembly, from which the packages for the other languages are generated, and the examples in these languages.
  '.jsii',
  '.jsii.tabl.json',
  // The construct and the command, compiled. The handlers are bundled instead.
  'lib/index.js',
  'lib/index.d.ts',
  'lib/cli/main.js',
  /^lib\/(?!handlers\/)(?:[a-z-]+\/)*[a-z-]+\.(?:js|d\.ts)$/,
  // The code of the functions.
  'assets/handlers/nodejs/account.cjs',
  'assets/handlers/nodejs/accounts.cjs',
  'assets/handlers/nodejs/changes.cjs',
  'assets/handlers/nodejs/profile.cjs',
  'assets/handlers/nodejs/profiles.cjs',
  'assets/handlers/nodejs/account.mjs',
  'assets/handlers/nodejs/accounts.mjs',
  'assets/handlers/nodejs/changes.mjs',
  'assets/handlers/nodejs/profile.mjs',
  'assets/handlers/nodejs/profiles.mjs',
  'assets/handlers/python/profile.py',
  /^assets\/handlers\/python\/(?:[a-z_]+\/){0,2}[a-z0-9_]+\.py$/,
  'assets/handlers/python/shared/problems.json',
  'assets/handlers/python/shared/schema-details.json',
  // What the commands use.
  'assets/openapi.json',
  'assets/openapi/account-deletion.json',
  'assets/openapi/administrators.json',
  'assets/openapi/user-deletion.json',
  'assets/local/main.js',
  'assets/local/requirements.txt',
  'assets/local/pages/index.html',
  'assets/local/pages/main.js',
  'assets/local/pages/style.css',
  'assets/local/pages/mail.html',
  'assets/local/pages/mail.js',
  'assets/local/pages/sign-up.html',
  'assets/local/pages/sign-up.js',
  'assets/THIRD-PARTY-LICENSES',
];

/** What registries show of the package, and where they lead. */
const MANIFEST: Readonly<Record<string, unknown>> = {
  name: 'cdk-cognito-profile-service',
  license: 'Apache-2.0',
  homepage: REPOSITORY.site,
  bugs: { url: `${REPOSITORY.url}/issues` },
  repository: { type: 'git', url: `${REPOSITORY.url}.git` },
};

/** Returns what is wrong with the files of a package, as `tar` lists them. */
export function faultsOfFiles(entries: readonly string[]): string[] {
  const files = entries.map((entry) => entry.replace(/^package\//, ''));
  const isListed = (file: string) => CONTENTS.some((item) => typeof item === 'string' ? item === file : item.test(file));
  const isThere = (item: string | RegExp) => files.some((file) => typeof item === 'string' ? item === file : item.test(file));
  return [
    ...files.filter((file) => !isListed(file)).map((file) => `${file} is in the package, and users do not need it; ${REMEDY}.`),
    ...CONTENTS.filter((item) => !isThere(item)).map((item) => `${item} is missing in the package; ${REMEDY}.`),
  ];
}

/** Returns what is wrong with the `package.json` of a package. */
export function faultsOfManifest(manifest: Readonly<Record<string, unknown>>): string[] {
  const expected = Object.entries(MANIFEST).map(([name, value]) => [name, JSON.stringify(value), JSON.stringify(manifest[name])]);
  return expected.filter(([, value, actual]) => actual !== value)
    .map(([name, value, actual]) => `${name} in package.json is ${actual}, it must be ${value}; correct .projenrc.ts.`);
}

/** Returns what is wrong with the size of a packed package, in bytes. */
export function faultsOfSize(size: number): string[] {
  return size <= MAX_SIZE ? [] : [`The package has ${size} bytes, more than ${MAX_SIZE}; \`tar -tvzf\` lists its files with their sizes.`];
}
