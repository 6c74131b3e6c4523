import { awscdk, github } from 'projen';
import { Action, action } from './actions';

const { JobPermission } = github.workflows;

export const RUNNER = 'ubuntu-24.04';

type Project = awscdk.AwsCdkConstructLibrary;

/** The versions that `.ci/run` needs on a runner, besides what its image has. */
const TOOLS: Partial<Record<Action, Record<string, string>>> = {
  'actions/setup-node': { 'node-version': '20.x', 'package-manager-cache': 'false' },
  'actions/setup-python': { 'python-version': '3.11' },
  'actions/setup-java': { 'distribution': 'temurin', 'java-version': '17' },
  'actions/setup-go': { 'go-version': '1.26.x', 'cache': 'false' },
};

/** The workflows besides the release, which projen writes. */
export function addWorkflows(project: Project): void {
  addBuild(project);
  addSite(project);
  addCodeql(project);
}

/** Pull requests, and what is merged: the same command as on a developer's machine. */
function addBuild(project: Project): void {
  const workflow = addWorkflow(project, 'build', true);
  workflow.on({ pullRequest: {}, push: { branches: ['main'] }, workflowDispatch: {} });
  workflow.addJob('build', {
    name: 'Build and test',
    runsOn: [RUNNER],
    permissions: { contents: JobPermission.READ },
    timeoutMinutes: 180,
    // The image has it; Ubuntu has no package of Chromium that is not a snap.
    env: { CHROMIUM: '/usr/bin/google-chrome' },
    steps: [
      // All tags: what changed is compared with the last release.
      checkout({ 'fetch-depth': 0 }),
      ...setUp('actions/setup-node', 'actions/setup-python', 'actions/setup-java', 'actions/setup-go'),
      { name: 'Build and test', run: 'bash .ci/run' },
    ],
  });
}

function addSite(project: Project): void {
  // A deployment that has begun ends.
  const workflow = addWorkflow(project, 'site', false);
  workflow.on({ push: { branches: ['main'] }, workflowDispatch: {} });
  workflow.addJob('build', {
    name: 'Build the documentation site',
    runsOn: [RUNNER],
    permissions: { contents: JobPermission.READ },
    timeoutMinutes: 30,
    steps: [
      checkout(),
      ...setUp('actions/setup-node'),
      { name: 'Install', run: 'npm ci' },
      { name: 'Build', run: 'npm run site' },
      { name: 'Upload', uses: action('actions/upload-pages-artifact'), with: { path: 'site/dist' } },
    ],
  });
  workflow.addJob('deploy', {
    name: 'Deploy to GitHub Pages',
    needs: ['build'],
    runsOn: [RUNNER],
    permissions: { pages: JobPermission.WRITE, idToken: JobPermission.WRITE },
    environment: { name: 'github-pages', url: '${{ steps.deployment.outputs.page_url }}' },
    timeoutMinutes: 15,
    steps: [{ name: 'Deploy', id: 'deployment', uses: action('actions/deploy-pages') }],
  });
}

function addCodeql(project: Project): void {
  const workflow = addWorkflow(project, 'codeql', true);
  workflow.on({ pullRequest: {}, push: { branches: ['main'] }, schedule: [{ cron: '17 4 * * 1' }] });
  workflow.addJob('analyze', {
    name: 'Analyze',
    runsOn: [RUNNER],
    permissions: { contents: JobPermission.READ, securityEvents: JobPermission.WRITE },
    timeoutMinutes: 60,
    steps: [
      checkout(),
      { name: 'Initialize', uses: action('github/codeql-action/init'), with: { languages: 'javascript-typescript,python,actions' } },
      { name: 'Analyze', uses: action('github/codeql-action/analyze') },
    ],
  });
}

function addWorkflow(project: Project, name: string, cancelInProgress: boolean): github.GithubWorkflow {
  return new github.GithubWorkflow(project.github!, name, {
    limitConcurrency: true,
    concurrencyOptions: { group: '${{ github.workflow }}-${{ github.ref }}', cancelInProgress },
  });
}

/** The token of the job is not left in `.git`, where every later step could read it. */
function checkout(options: Record<string, unknown> = {}): github.workflows.JobStep {
  return { name: 'Check out', uses: action('actions/checkout'), with: { ...options, 'persist-credentials': false } };
}

function setUp(...actions: Action[]): github.workflows.JobStep[] {
  return actions.map((name) => ({ name: `Set up ${name.replace('actions/setup-', '')}`, uses: action(name), with: TOOLS[name] }));
}
