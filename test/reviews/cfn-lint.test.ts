import { App, CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CognitoProfileService } from '../../src';
import { describeWithPython } from '../support/drivers/languages';
import { installCfnLint, LintFinding, reviewWithCfnLint } from '../support/reviews/cfn-lint';
import { STACKS, stackOf } from '../support/stacks/stacks';

/** What is not wrong, by rule and message, and why not. */
const IGNORED: { rule: string; message: RegExp; reason: string }[] = [
  {
    rule: 'W3005',
    message: /^'(Profiles\w+Role\w+|ApiDomain\w+)' dependency already enforced/,
    reason: 'the CDK states a dependency that a reference already makes, which has no effect',
  },
  {
    rule: 'E3006',
    message: /^Resource type 'AWS::Cognito::\w+' does not exist in 'cn-\w+-1'$/,
    reason: 'there are no user pools in the regions of China, so nobody can deploy the service there',
  },
];

describeWithPython('cfn-lint', () => {
  const mutant = stackOf(new App(), STACKS.default);
  const mutated = (mutant.node.findChild('Profiles') as CognitoProfileService).readProfileFunction.node.defaultChild as CfnResource;
  mutated.addPropertyOverride('Timeout', 10_000);
  let findings: Record<string, LintFinding[]>;

  // Once for all, because most of its time is that of its start; the first time it is installed.
  beforeAll(async () => {
    const stacks = Object.entries(STACKS).map(([name, props]) => [name, stackOf(new App(), props)] as const);
    const templates = [...stacks, ['mutant', mutant] as const].map(([name, stack]) => [name, Template.fromStack(stack)]);
    findings = await reviewWithCfnLint(await installCfnLint(), Object.fromEntries(templates));
  }, 600_000);

  test.each(Object.keys(STACKS))('finds nothing in the %s stack', (name) => {
    expect(findings[name].filter((finding) => !IGNORED.some((ignored) => matches(ignored, finding)))).toEqual([]);
  });

  test.each(IGNORED)('finds what is ignored of $rule', (ignored) => {
    const found = Object.keys(STACKS).flatMap((name) => findings[name]);
    expect(found.filter((finding) => matches(ignored, finding))).not.toEqual([]);
  });

  test('finds a value that CloudFormation would refuse', () => {
    expect(findings.mutant).toContainEqual(expect.objectContaining({ rule: 'E3034', at: mutant.resolve(mutated.logicalId) }));
  });
});

function matches({ rule, message }: typeof IGNORED[number], finding: LintFinding): boolean {
  return finding.rule === rule && message.test(finding.message);
}
