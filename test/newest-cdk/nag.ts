import { App } from 'aws-cdk-lib';
import type { PolicyValidationPluginReport } from 'aws-cdk-lib-newest';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';

/** A rule that a resource does not meet. */
export interface Finding {
  readonly rule: string;
  /** The construct path within the stack. */
  readonly resource: string;
}

/** Reviews an app's only stack with cdk-nag, warnings included. */
export function reviewWithNag(app: App): Finding[] {
  // What aspects and the prepare phase change is reviewed as well.
  app.synth();
  return [new AwsSolutionsChecks(), new ServerlessChecks(), new NIST80053R5Checks()].flatMap((pack) => {
    // Not as a plugin of the app, which would print its report and set the exit code of the tests.
    const { violations }: PolicyValidationPluginReport = pack.validateScope(app);
    return violations.flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => ({
      // Of a resource that a policy refers to, the hash at the end of the logical ID is left out.
      rule: ruleName.replace(/<(\w+)[0-9A-F]{8}\./g, '<$1.'),
      resource: constructPath!.replace(/^Stack\//, '').replace(/\/Resource$/, ''),
    })));
  });
}
