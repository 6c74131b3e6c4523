import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { isKnown } from './known-metrics';
import { metricsIn, newStack, TABLES } from './service';
import { Alarms } from '../../src/operations/alarms';
import { Dashboard } from '../../src/operations/dashboard';
import { ServiceMetrics } from '../../src/operations/service-metrics';
import { onlyResource } from '../support/stacks/synth';

const FUNCTION = { Ref: expect.stringMatching(/^Publish/) };
const QUEUE = { 'Fn::GetAtt': [expect.stringMatching(/^Queue/), 'QueueName'] };

/** The metrics of a service that sends change events. */
function metricsWithEvents(stack: Stack): ServiceMetrics {
  const publisher = new lambda.Function(stack, 'Publish', {
    runtime: lambda.Runtime.NODEJS_LATEST,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({ batchItemFailures: [] });'),
  });
  const changeEvents = { function: publisher, deadLetterQueue: new sqs.Queue(stack, 'Queue') };
  return new ServiceMetrics({
    httpApi: new apigwv2.HttpApi(stack, 'HttpApi'), functions: [publisher], table: TABLES[0][1](stack), tableOperations: ['GetItem'], changeEvents,
  });
}

describe('with change events', () => {
  const stack = newStack();
  const topic = new sns.Topic(stack, 'Topic');
  const metrics = metricsWithEvents(stack);
  const alarms = new Alarms(stack, 'Alarms', { metrics, topic });
  new Dashboard(stack, 'Dashboard', { metrics, alarms });
  const template = Template.fromStack(stack);

  test.each([
    ['IteratorAge', 'AWS/Lambda', [{ Name: 'FunctionName', Value: FUNCTION }], { Threshold: 300_000, DatapointsToAlarm: 2, EvaluationPeriods: 3 }],
    ['ApproximateNumberOfMessagesVisible', 'AWS/SQS', [{ Name: 'QueueName', Value: QUEUE }], { Threshold: 1, DatapointsToAlarm: 1, EvaluationPeriods: 1 }],
  ])('an alarm watches %s, and tells the topic', (MetricName, Namespace, Dimensions, limits) => {
    const [{ Properties: alarm }] = Object.values(template.findResources('AWS::CloudWatch::Alarm', { Properties: { MetricName } }));
    expect(alarm).toMatchObject({
      Namespace,
      Dimensions,
      Statistic: 'Maximum',
      Period: 300,
      ...limits,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [stack.resolve(topic.topicArn)],
      OKActions: [stack.resolve(topic.topicArn)],
    });
    expect(isKnown({ namespace: Namespace, name: MetricName, dimensions: Dimensions.map(({ Name }) => Name), statistic: 'Maximum' })).toBe(true);
    expect(alarm.AlarmDescription).toMatch(/^[A-Z][^.]+\. .*Look first at (the|which) \w+/);
    expect(alarm.AlarmDescription.length).toBeLessThanOrEqual(1024);
  });

  test('the alarms are the last of all', () => {
    expect(alarms.all.slice(6)).toEqual([alarms.changeEventDelay, alarms.changeEventDeadLetters]);
    expect(alarms.all).not.toContain(undefined);
  });

  test('the dashboard has a row for them, with their thresholds', () => {
    const body = JSON.stringify(onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties.DashboardBody);
    for (const text of ['## Change events', 'IteratorAge', 'ApproximateNumberOfMessagesVisible', '300000']) {
      expect(body).toContain(text);
    }
  });
});

test('without change events there are no alarms and no row for them', () => {
  const stack = newStack();
  const metrics = metricsIn(stack);
  const alarms = new Alarms(stack, 'Alarms', { metrics, topic: new sns.Topic(stack, 'Topic') });
  new Dashboard(stack, 'Dashboard', { metrics, alarms });
  for (const each of [metrics.changeEventDelay(), metrics.changeEventDeadLetters(), alarms.changeEventDelay, alarms.changeEventDeadLetters]) {
    expect(each).toBeUndefined();
  }
  expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'))).not.toContain('Change events');
});
