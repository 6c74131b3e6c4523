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
  { 'package-ecosystem': 'npm', 'directories': ['/', '/bench', '/site'], ...WEEKLY, 'groups': { npm: { patterns: ['*'] } } },
  {
    'package-ecosystem': 'pip',
    'directories': ['/scripts', '/scripts/local', '/test/e2e/*'],
    ...WEEKLY,
    'groups': { python: { patterns: ['*'] } },
  },
];
