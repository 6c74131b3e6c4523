import { NEWEST } from './versions';

export const DEV_DEPENDENCIES = [
  `aws-cdk-lib-newest@npm:aws-cdk-lib@${NEWEST.cdk}`,
  'aws-cdk@2.1148.1',
  '@aws-cdk/cloudformation-diff@2.187.5',
  '@aws-cdk/integ-runner@2.197.10',
  '@aws-cdk/integ-tests-alpha@2.214.0-alpha.0',
  '@aws-sdk/client-cloudformation@3.1164.0',
  '@aws-sdk/client-cloudwatch-logs@3.1164.0',
  '@aws-sdk/client-cognito-identity-provider@3.1164.0',
  '@aws-sdk/client-dynamodb@3.1164.0',
  '@aws-sdk/client-lambda@3.1164.0',
  '@aws-sdk/credential-provider-env@3.972.84',
  '@aws-sdk/lib-dynamodb@3.1162.0',
  // The last version for Node.js 20.
  '@hey-api/openapi-ts@0.95.0',
  '@smithy/types@4.20.0',
  '@seriousme/openapi-schema-validator@2.11.0',
  'ajv@8.20.0',
  'ajv-formats@3.0.1',
  'axe-core@4.14.1',
  'cdk-nag@3.0.2',
  // The last major version for Node.js 20.16.
  'chokidar@4.0.3',
  'dynalite@4.0.0',
  // The last major version for Node.js 20.16.
  'entities@6.0.1',
  'expect@30.5.2',
  'fast-check@4.10.2',
  'fflate@0.8.3',
  'openapi-fetch@0.17.0',
  'openapi-typescript@7.13.0',
  'openid-client@6.9.0',
  'playwright-core@1.65.1',
  'tsx@4.23.15',
  'ultrahtml@1.7.0',
  'yaml@2.9.1',
];
