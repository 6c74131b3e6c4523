import { Stack, Token } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { boundary } from '../support/stacks/boundary';
import { synthesize } from '../support/stacks/synth';

boundary('logRetention', [
  ['a day', { logRetention: logs.RetentionDays.ONE_DAY }],
  ['ten years', { logRetention: logs.RetentionDays.TEN_YEARS }],
  ['a token', { logRetention: Token.asNumber({ Ref: 'Days' }) }],
], [
  ['INFINITE', { logRetention: logs.RetentionDays.INFINITE }, "logRetention: 'INFINITE' retains logs indefinitely"],
  ['a number of days that CloudWatch Logs does not take', { logRetention: 17 as logs.RetentionDays }, 'logRetention: 17 is not a retention period that CloudWatch Logs accepts'],
  ['a name', { logRetention: 'ONE_DAY' as unknown as logs.RetentionDays }, "logRetention: 'ONE_DAY' is not"],
  ['0', { logRetention: 0 as logs.RetentionDays }, 'logRetention: 0 is not'],
]);

boundary('alarmTopic', [
  ['a topic of the stack', (scope) => ({ domainSuffix: 'acme', alarmTopic: new sns.Topic(scope, 'Topic') })],
  ['an imported topic of the region', (scope) => ({ domainSuffix: 'acme', alarmTopic: sns.Topic.fromTopicArn(scope, 'Topic', 'arn:aws:sns:eu-west-1:123456789012:alarms') })],
], [
  ['an imported topic of another region', (scope) => ({ domainSuffix: 'acme', alarmTopic: sns.Topic.fromTopicArn(scope, 'Topic', 'arn:aws:sns:us-east-1:123456789012:alarms') }),
    "alarmTopic: 'Stack/Topic' is in us-east-1, but CloudWatch alarms can notify only topics in their own Region, eu-west-1"],
  ['a topic of a stack in another region', (scope) => ({ domainSuffix: 'acme', alarmTopic: new sns.Topic(new Stack(scope.node.root, 'Other', { env: { region: 'us-east-1' } }), 'Topic') }),
    'is in us-east-1'],
], { env: { account: '123456789012', region: 'eu-west-1' } });

test('where only CloudFormation knows the region, a topic of any region passes', () => {
  expect(() => synthesize((scope) => ({ domainSuffix: 'acme', alarmTopic: sns.Topic.fromTopicArn(scope, 'Topic', 'arn:aws:sns:us-east-1:123456789012:alarms') }))).not.toThrow();
});
