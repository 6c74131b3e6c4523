import { CdkAppSource } from '../../scripts/lib/local-aws/cdk-app';

/** The app that deploys a service and the API of the tutorial side by side. */
export const END_TO_END_APP: CdkAppSource = {
  command: 'node --import tsx bench/end-to-end/app.ts',
  stack: 'EndToEnd',
};

/** The output of the stack with the URL of the tutorial's profile. */
export const TUTORIAL_URL = 'TutorialUrl';
