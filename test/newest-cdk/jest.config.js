'use strict';

const { jest } = require('../../package.json');

/**
 * The tests of the construct once more, on the newest CDK instead of the lowest; and those that need what only newer CDKs
 * have. The handlers know nothing of the CDK, nor do the documentation and the description of the API, so their tests stay out; README's examples are of the construct, and run.
 */
module.exports = {
  ...jest,
  rootDir: '../..',
  displayName: 'newest CDK',
  moduleNameMapper: { '^aws-cdk-lib(/.*)?$': 'aws-cdk-lib-newest$1' },
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/handlers/', '<rootDir>/test/docs/', '<rootDir>/test/openapi/'],
};
