import type { bundleAssets } from './bundle-assets';
import type { walkThrough } from './walk-through';
import type { watchHandlers } from './watch';
import { CdkAppSource } from '../lib/local-aws/cdk-app';
import { PythonPackages } from '../lib/python-environment';

/** What depends on whether the local command runs in this repository, or in a project that installed the package. */
export interface Installation {
  /** The command, as its help names it. */
  readonly command: string;
  /** The Python packages of the local AWS. */
  readonly packages: PythonPackages;
  /** The app to deploy if the command line names none. Without it, that of `cdk.json`. */
  readonly sampleApp?: CdkAppSource;
  /** Bundles what is deployed and served. The package has it bundled. */
  readonly bundle?: typeof bundleAssets;
  /** Uses the sample app as a user does. */
  readonly walkThrough?: typeof walkThrough;
  /** Deploys changes of the handlers. Only this repository has their sources. */
  readonly watch?: typeof watchHandlers;
}
