import { awscdk, YamlFile } from 'projen';
import { REPOSITORY } from './repository';

/** What GitHub reads besides workflows and the forms of issues. */
export function addGithubFiles(project: awscdk.AwsCdkConstructLibrary): void {
  new YamlFile(project, '.github/dependabot.yml', { committed: true, obj: { version: 2, updates: UPDATES } });
  new YamlFile(project, '.github/ISSUE_TEMPLATE/config.yml', {
    committed: true,
    obj: {
      blank_issues_enabled: false,
      contact_links: [{
        name: 'Report a vulnerability',
        url: `${REPOSITORY.url}/security/advisories/new`,
        about: 'Privately; see SECURITY.md. Please do not open an issue for it.',
      }],
    },
  });
}

const WEEKLY = {
  schedule: { interval: 'weekly' },
  // Malicious releases are mostly found within days.
  cooldown: { 'default-days': 7 },
};

const UPDATES = [
  { 'package-ecosystem': 'github-actions', 'directory': '/', ...WEEKLY, 'groups': { actions: { patterns: ['*'] } } },
  {
    'package-ecosystem': 'npm',
    'directories': ['/', '/bench', '/site'],
    ...WEEKLY,
    'groups': { npm: { patterns: ['*'] } },
    'ignore': [
      // Development uses the lowest versions that the package supports.
      ...['aws-cdk-lib', 'constructs'].map((name) => ({ 'dependency-name': name })),
      // Later versions need Node.js 22.
      ...['chokidar', 'entities', '@hey-api/openapi-ts', 'astro', '@astrojs/starlight', 'starlight-links-validator'].map((name) => (
        { 'dependency-name': name, 'update-types': ['version-update:semver-major', 'version-update:semver-minor'] }
      )),
    ],
  },
  {
    'package-ecosystem': 'pip',
    // Not those whose versions are the lowest ones that are supported.
    'directories': ['/scripts', '/scripts/local', '/test/e2e/clients', '/test/e2e/fuzz'],
    ...WEEKLY,
    'groups': { python: { patterns: ['*'] } },
  },
];
