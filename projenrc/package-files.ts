import { awscdk } from 'projen';

/** What the npm package contains, besides what npm always adds: package.json, README.md and LICENSE. */
const FILES = [
  '.jsii',
  '.jsii.tabl.json',
  'API.md',
  'assets',
  'lib/**/*.js',
  'lib/**/*.d.ts',
  '!__pycache__',
];

/** Ships what users of the package need, and nothing else. */
export function addPackageFiles(project: awscdk.AwsCdkConstructLibrary): void {
  project.package.addField('files', FILES);
  // Each build translates the examples anew.
  project.addGitIgnore('/.jsii.tabl.json');
  // jsii-pacmak writes it; `files` takes precedence over it.
  project.addGitIgnore('/.npmignore');
}
