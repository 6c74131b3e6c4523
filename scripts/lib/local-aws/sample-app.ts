import { CdkAppSource } from './cdk-app';

/** The sample app, which is the app of the integration test. */
export const SAMPLE_APP: CdkAppSource = {
  command: 'node --import tsx test/integ.cognito-profile-service.ts',
  stack: 'CognitoProfileServiceSample',
};

/** The app with administrators and the deletion of accounts, which is that of another integration test. */
export const ADMINISTRATION_APP: CdkAppSource = {
  command: 'node --import tsx test/integ.administration.ts',
  stack: 'CognitoProfileServiceAdministration',
};
