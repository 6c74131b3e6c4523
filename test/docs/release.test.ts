import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { read } from './markdown';

const WORKFLOWS = '.github/workflows';

test.each(readdirSync(path.join(__dirname, '../..', WORKFLOWS)))('%s pins each action to a commit', (workflow) => {
  const actions = [...read(`${WORKFLOWS}/${workflow}`).matchAll(/uses: (.*)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !/^[\w/-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

describe('the next version', () => {
  const { exec } = JSON.parse(read('.projen/tasks.json')).tasks['bump:next-version'].steps[0];
  const next = (latestTag: string) => spawnSync(exec, { shell: true, encoding: 'utf8', env: { ...process.env, LATEST_TAG: latestTag } }).stdout.trim();

  test('is 0.1.0 before the first release', () => {
    expect(next('')).toBe('0.1.0');
  });

  test('follows from the commits after it', () => {
    expect(next('v0.1.0')).toBe('');
  });
});

// It downloads both linters.
(process.env.CI === 'true' ? test : test.skip)('the check of workflows refuses one that runs the title of a pull request', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'workflows-'));
  try {
    mkdirSync(path.join(root, WORKFLOWS), { recursive: true });
    writeFileSync(path.join(root, WORKFLOWS, 'bad.yml'), [
      'on: pull_request',
      'permissions: {}',
      'jobs:',
      '  bad:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: echo ${{ github.event.pull_request.title }}',
      '      - uses: actions/checkout@v7',
      '',
    ].join('\n'));
    const { status, stdout } = spawnSync('npx', ['tsx', 'scripts/lint-workflows.ts', root], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('"github.event.pull_request.title" is potentially untrusted');
    expect(stdout).toContain('template-injection');
    expect(stdout).toContain('unpinned-uses');
  } finally {
    rmSync(root, { recursive: true });
  }
}, 180_000);
