import { read, section } from './markdown';
import { newestRelease } from '../../scripts/lib/documentation/newest-release';
import { PROP_NAMES_AND_GROUPS } from '../support/stacks/prop-names';

const { name, license, stability, jsii: { targets }, peerDependencies } = JSON.parse(read('package.json'));
test('the tables of props have every prop, in groups', () => {
  const documented = [...section('README.md', 'Props').matchAll(/^(?:\| `(\w+)` \||### (.*)$)/gm)];
  expect(documented.map(([, prop, group]) => prop ?? group)).toEqual(PROP_NAMES_AND_GROUPS);
});

test('the badges are those of the package', () => {
  const badges = [...read('README.md').matchAll(/^\[!\[([^:]+): ([^\]]+)\]\(https:\/\/img\.shields\.io\/badge\/([^)]+)\)\]/gm)];
  expect(Object.fromEntries(badges.map(([, label, value]) => [label, value]))).toEqual({
    'npm': newestRelease() ?? 'not released yet',
    'license': license,
    'aws-cdk-lib': peerDependencies['aws-cdk-lib'],
    'stability': stability,
  });
  for (const [, label, value, image] of badges) {
    // In the address a hyphen is written twice; a single one separates the parts.
    expect(decodeURIComponent(image).replaceAll('--', '\0').split('-').slice(0, 2).map((part) => part.replaceAll('\0', '-'))).toEqual([label, value]);
  }
});

test('README says that nothing is released as long as that is so', () => {
  expect(/nothing is released yet|until the first release/i.test(read('README.md'))).toBe(newestRelease() === undefined);
});

test('the quick start installs and imports the packages that a release publishes', () => {
  const quickStart = section('README.md', 'Quick start');
  const { groupId, artifactId } = targets.java.maven;
  // As jsii-pacmak names the package within the module.
  const goPackage = `${targets.go.moduleName}/${name.replace(/[^a-z0-9.]/gi, '')}`;
  for (const text of [
    `npm install ${name}\n`, `from '${name}';`,
    `echo '${targets.python.distName}' >> requirements.txt`, `from ${targets.python.module} import`,
    `<groupId>${groupId}</groupId>`, `<artifactId>${artifactId}</artifactId>`, `import ${targets.java.package}.`,
    `dotnet add src/MyApp package ${targets.dotnet.packageId}\n`, `using ${targets.dotnet.namespace};`,
    `go get ${goPackage}\n`, `"${goPackage}"`,
  ]) {
    expect(quickStart).toContain(text);
  }
});
