'use strict';

const { jest } = require('../../package.json');

/**
 * The tests of the construct once more, on the newest CDK instead of the lowest; and those that need what only newer CDKs
 * have. The handlers and the description of the API do not depend on the CDK, so their tests stay out, and so do those of the
 * example page and of what the library loads, because their processes take the lowest CDK. The tests of the documentation run,
 * because they synthesize its examples; types are checked on the lowest CDK only.
 */
module.exports = {
  ...jest,
  rootDir: '../..',
  displayName: 'newest CDK',
  moduleNameMapper: { '^aws-cdk-lib(/.*)?$': 'aws-cdk-lib-newest$1' },
  testPathIgnorePatterns: [
    '/node_modules/', '<rootDir>/test/handlers/', '<rootDir>/test/openapi/', '<rootDir>/test/local/(?!schema)', '<rootDir>/test/examples/',
    '<rootDir>/test/import.test.ts', '<rootDir>/test/docs/example-types.test.ts', '<rootDir>/test/docs/scale.test.ts',
  ],
};
