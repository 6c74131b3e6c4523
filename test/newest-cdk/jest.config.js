'use strict';

const { jest } = require('../../package.json');

/**
 * The tests of the construct once more, on the newest CDK instead of the lowest; and those that need what only newer CDKs
 * have. What does not depend on the CDK stays out: the handlers, the descriptions of the API, patterns, and documents that are
 * only read. So do tests that start processes of their own, which take the lowest CDK: of the commands, the example page and what
 * the library loads. Types are checked on the lowest CDK only.
 */
module.exports = {
  ...jest,
  rootDir: '../..',
  displayName: 'newest CDK',
  moduleNameMapper: { '^aws-cdk-lib(/.*)?$': 'aws-cdk-lib-newest$1', '^constructs$': 'constructs-newest' },
  testPathIgnorePatterns: [
    '/node_modules/', '<rootDir>/test/handlers/', '<rootDir>/test/openapi/', '<rootDir>/test/open-api/profile-schemas.test.ts',
    '<rootDir>/test/profile-schema/', '<rootDir>/test/local/(?!schema)', '<rootDir>/test/cli/', '<rootDir>/test/examples/',
    '<rootDir>/test/import.test.ts', '<rootDir>/test/docs/(?:api|aws-commands|clients|documents|example-types|readme|scale).test.ts',
  ],
};
