import { CdkAppSource } from './cdk-app';

/** The sample app, which is the app of the integration test. */
export const SAMPLE_APP: CdkAppSource = {
  command: 'node --import tsx test/integ.cognito-profile-service.ts',
  stack: 'CognitoProfileServiceSample',
};
