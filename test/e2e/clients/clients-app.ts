import { CdkAppSource } from '../../../scripts/lib/local-aws/cdk-app';

/** The app that deploys one service with `profile-schema.json`. */
export const CLIENTS_APP: CdkAppSource = {
  command: 'node --import tsx test/e2e/clients/app.ts',
  stack: 'ClientsProfileService',
};

/** The group of its administrators. */
export const ADMIN_GROUP = 'Administrators';
