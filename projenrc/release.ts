import { awscdk, Component, github, ReleasableCommits, release } from 'projen';
import { REPOSITORY } from './repository';

/** The GitHub environment of every job that publishes: its reviewers approve a release, and it alone has the secrets. */
const ENVIRONMENT = 'release';
/** The version that all tests run on. */
const DEVELOPMENT_NODE = '20.x';
/** What projen would set up for it is out of support. */
const DOTNET = '8.x';

/** Somebody starts a release by hand; the commits since the last one decide its version. */
export const RELEASE = {
  release: true,
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  releasableCommits: ReleasableCommits.featuresAndFixes(),
  releaseEnvironment: ENVIRONMENT,
  // What there is before the first tag is 0.1.0; projen would call it 0.0.0.
  nextVersionCommand: 'node -e "process.env.LATEST_TAG || console.log(\'0.1.0\')"',
  // Publishes to all registries; pinned, as it sees the credentials.
  jsiiReleaseVersion: '0.2.1061',
  // Trusted publishing requires npm 11.5.1, which Node.js 24 has.
  workflowNodeVersion: '24.x',
  npmTrustedPublishing: true,
} satisfies Partial<awscdk.AwsCdkConstructLibraryOptions>;

export const PUBLISHERS = {
  publishToPypi: { distName: 'cdk-cognito-profile-service', module: 'cdk_cognito_profile_service', trustedPublishing: true },
  publishToMaven: {
    mavenGroupId: `io.github.${REPOSITORY.owner}`,
    mavenArtifactId: 'cdk-cognito-profile-service',
    javaPackage: 'io.github.cdkcognitoprofileservice',
    mavenServerId: 'central-ossrh',
  },
  publishToNuget: {
    packageId: 'CdkCognitoProfileService',
    dotNetNamespace: 'CdkCognitoProfileService',
    trustedPublishing: true,
  },
  // A deploy key can write to that one repository and to nothing else.
  publishToGo: { moduleName: REPOSITORY.goModule, githubUseSsh: true },
} satisfies Partial<awscdk.AwsCdkConstructLibraryOptions>;

/** Adapts projen's release workflow: a job has no permission, token in `.git` or tool that it does not need. */
export class LeastPrivilegeRelease extends Component {
  constructor(private readonly workflow: github.GithubWorkflow) {
    super(workflow.project);
  }

  public override preSynthesize(): void {
    this.updateJob('release', { permissions: { contents: github.workflows.JobPermission.READ } }, onNode(DEVELOPMENT_NODE));
    for (const registry of ['npm', 'pypi', 'maven', 'golang']) {
      this.updateJob(`release_${registry}`);
    }
    this.updateJob('release_nuget', { tools: { node: { version: RELEASE.workflowNodeVersion }, dotnet: { version: DOTNET } } });
  }

  private updateJob(id: string, changes: Partial<github.workflows.Job> = {}, change = (step: github.workflows.JobStep) => step): void {
    const job = this.workflow.getJob(id) as github.workflows.Job;
    // The type has a list only, and the job that builds has a function.
    const steps = (typeof job.steps === 'function' ? (job.steps as () => github.workflows.JobStep[])() : job.steps);
    this.workflow.updateJob(id, { ...job, ...changes, steps: steps.map(withoutCredentials).map(change) });
  }
}

/** Changes the version of Node.js. */
function onNode(version: string) {
  return (step: github.workflows.JobStep): github.workflows.JobStep => (
    step.uses?.startsWith('actions/setup-node@') ? { ...step, with: { ...step.with, 'node-version': version } } : step
  );
}

function withoutCredentials(step: github.workflows.JobStep): github.workflows.JobStep {
  return step.uses?.startsWith('actions/checkout@') ? { ...step, with: { ...step.with, 'persist-credentials': false } } : step;
}
