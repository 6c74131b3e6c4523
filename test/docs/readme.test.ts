import { read, rowsOf, section } from './markdown';
import { PROP_NAMES_AND_GROUPS } from '../support/stacks/prop-names';

const { name, version, license, engines, jsii: { targets }, peerDependencies } = JSON.parse(read('package.json'));

test('the tables of props have every prop, in groups', () => {
  const documented = [...section('README.md', 'Props').matchAll(/^(?:\| `(\w+)` \||### (.*)$)/gm)];
  expect(documented.map(([, prop, group]) => prop ?? group)).toEqual(PROP_NAMES_AND_GROUPS);
});

test('the badges are those of the package', () => {
  const badges = [...read('README.md').matchAll(/^\[!\[([^:]+): ([^\]]+)\]\(https:\/\/img\.shields\.io\/badge\/([^)]+)\)\]/gm)];
  expect(Object.fromEntries(badges.map(([, label, value]) => [label, value]))).toEqual({
    'npm': version === '0.0.0' ? 'not released yet' : version,
    'license': license,
    'aws-cdk-lib': peerDependencies['aws-cdk-lib'],
    'stability': 'pre-release',
  });
  for (const [, label, value, image] of badges) {
    // In the address a hyphen is written twice; a single one separates the parts.
    expect(decodeURIComponent(image).replaceAll('--', '\0').split('-').slice(0, 2).map((part) => part.replaceAll('\0', '-'))).toEqual([label, value]);
  }
});

test('the packages are those that a release publishes', () => {
  const rows = rowsOf(section('README.md', 'Install')).map((cells) => cells.map((cell) => cell.replaceAll('`', '')));
  const { groupId, artifactId } = targets.java.maven;
  // As jsii-pacmak names the package within the module.
  const goPackage = `${targets.go.moduleName}/${name.replace(/[^a-z0-9.]/gi, '')}`;
  expect(rows.slice(1)).toEqual([
    ['TypeScript, JavaScript', `npm install ${name}`, name],
    ['Python', `pip install ${targets.python.distName}`, targets.python.module],
    ['Java', `Maven, ${groupId}:${artifactId}`, targets.java.package],
    ['.NET', `dotnet add package ${targets.dotnet.packageId}`, targets.dotnet.namespace],
    ['Go', `go get ${goPackage}`, 'the same path'],
  ]);
});

test('the requirements are those of the package', () => {
  const lowest = (range: string) => range.replace(/^\D+/, '');
  const text = section('README.md', 'Install').replace(/\s+/g, ' ');
  expect(text).toContain(`Node.js ${lowest(engines.node).replace(/\.0$/, '')} or later`);
  expect(text).toContain(`\`aws-cdk-lib\` ${lowest(peerDependencies['aws-cdk-lib'])} or later`);
  expect(text).toContain(`\`constructs\` ${lowest(peerDependencies.constructs)} or later`);
});
