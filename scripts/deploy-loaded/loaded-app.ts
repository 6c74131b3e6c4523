import { CdkAppSource } from '../local/cdk-app';

/** The app whose one service has every prop set. */
export const LOADED_APP: CdkAppSource = {
  command: 'node --import tsx scripts/deploy-loaded/app.ts',
  stack: 'LoadedProfileService',
};
