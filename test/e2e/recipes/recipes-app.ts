import { CdkAppSource } from '../../../scripts/lib/local-aws/cdk-app';

/** The app that has the recipes of the documentation. */
export const RECIPES_APP: CdkAppSource = {
  command: 'node --import tsx test/e2e/recipes/app.ts',
  stack: 'MyApp',
};
