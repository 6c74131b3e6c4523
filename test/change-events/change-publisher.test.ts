import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';
import { grantsOf } from '../support/stacks/role-grants';
import { logicalId, onlyResource, RUNTIMES, synthesize } from '../support/stacks/synth';
import { addedResources } from '../support/stacks/template-difference';

const KEYS = {
  partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
  sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
};
const STREAM = { 'Fn::GetAtt': [expect.stringMatching(/^ProfilesTable/), 'StreamArn'] };
const TABLE = { 'Fn::GetAtt': [expect.stringMatching(/^ProfilesTable/), 'Arn'] };
const QUEUE = { 'Fn::GetAtt': [expect.stringMatching(/^ProfilesChangeEventsDeadLetterQueue/), 'Arn'] };
const BUS = { 'Fn::GetAtt': [expect.stringMatching(/^Bus/), 'Arn'] };

function withEvents(props: CognitoProfileServiceProps = {}) {
  return synthesize((scope: Construct) => ({ domainSuffix: 'acme', changeEvents: new events.EventBus(scope, 'Bus'), ...props }));
}

describe('the prop alone', () => {
  const { template, service } = withEvents();

  test('adds the function with its role and log group, the queue and the mapping', () => {
    expect(addedResources(synthesize().template, template, ['AWS::DynamoDB::Table.StreamSpecification'])).toEqual({
      'AWS::Events::EventBus': 1,
      'AWS::IAM::Policy': 1,
      'AWS::IAM::Role': 1,
      'AWS::Lambda::EventSourceMapping': 1,
      'AWS::Lambda::Function': 1,
      'AWS::Logs::LogGroup': 1,
      'AWS::SQS::Queue': 1,
      'AWS::SQS::QueuePolicy': 1,
    });
  });

  test('gives the table a stream of the items before and after a change', () => {
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
  });

  test('without it there is no stream, no queue and no attribute', () => {
    const without = synthesize();
    expect(onlyResource(without.template, 'AWS::DynamoDB::Table').Properties).not.toHaveProperty('StreamSpecification');
    without.template.resourceCountIs('AWS::SQS::Queue', 0);
    expect(without.service.changeEventsDeadLetterQueue).toBeUndefined();
  });

  test('the function has the environment that it reads, and no table', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'changes.publish',
      Environment: { Variables: Match.exact({ EVENT_BUS: { 'Fn::GetAtt': [logicalId(template, 'AWS::Events::EventBus'), 'Arn'] } }) },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
      TracingConfig: { Mode: 'Active' },
      Timeout: 15,
    });
  });

  test('Lambda gives it the changes of profiles in order, up to 12 hours, and then sends their position to the queue', () => {
    expect(onlyResource(template, 'AWS::Lambda::EventSourceMapping').Properties).toEqual({
      FunctionName: { Ref: logicalId(template, 'AWS::Lambda::Function', { Handler: 'changes.publish' }) },
      EventSourceArn: STREAM,
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 10,
      ParallelizationFactor: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRecordAgeInSeconds: 43_200,
      DestinationConfig: { OnFailure: { Destination: QUEUE } },
      FilterCriteria: {
        Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ prefix: 'USERS#' }] }, sk: { S: [{ prefix: 'USER#' }] } } } }) }],
      },
    });
  });

  test('the function may write its log, send traces, read the stream, put events on the bus, send to the queue, and nothing else', () => {
    expect(grantsOf(template, 'changes.publish')).toEqual([
      { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: expect.anything() },
      { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' },
      { Effect: 'Allow', Action: 'events:PutEvents', Resource: BUS },
      { Effect: 'Allow', Action: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], Resource: STREAM },
      { Effect: 'Allow', Action: 'dynamodb:ListStreams', Resource: { 'Fn::Join': ['', [TABLE, '/stream/*']] } },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: QUEUE },
    ]);
  });

  test('the queue is encrypted, keeps messages for the longest time, and takes only TLS', () => {
    expect(onlyResource(template, 'AWS::SQS::Queue').Properties).toEqual({ MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: { Statement: [Match.objectLike({ Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })] },
    });
    expect(service.changeEventsDeadLetterQueue).toBeDefined();
  });
});

describe('with an encryption key', () => {
  const { template } = synthesize((scope: Construct) => ({
    domainSuffix: 'acme', changeEvents: new events.EventBus(scope, 'Bus'), encryptionKey: new kms.Key(scope, 'Key'),
  }));

  test('the queue has the key', () => {
    expect(onlyResource(template, 'AWS::SQS::Queue').Properties).toMatchObject({ KmsMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] } });
  });

  test('the function may decrypt the stream through DynamoDB, and encrypt messages through SQS', () => {
    const viaServices = grantsOf(template, 'changes.publish').filter(({ Condition }) => Condition).map(({ Action, Condition }) => [Action, Condition.StringEquals['kms:ViaService']]);
    expect(viaServices.slice(1)).toEqual([
      ['kms:Decrypt', { 'Fn::Join': ['', ['dynamodb.', { Ref: 'AWS::Region' }, '.amazonaws.com']] }],
      [['kms:GenerateDataKey', 'kms:Decrypt'], { 'Fn::Join': ['', ['sqs.', { Ref: 'AWS::Region' }, '.amazonaws.com']] }],
    ]);
  });
});

describe('an existing table', () => {
  test('keeps its own stream, which the function reads', () => {
    const { template } = synthesize((scope: Construct) => ({
      domainSuffix: 'acme',
      changeEvents: new events.EventBus(scope, 'Bus'),
      table: new dynamodb.TableV2(scope, 'Existing', { ...KEYS, dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES }),
    }));
    expect(onlyResource(template, 'AWS::Lambda::EventSourceMapping').Properties.EventSourceArn).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Existing/), 'StreamArn'],
    });
  });

  test('that is imported, with its key', () => {
    const tableArn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/profiles';
    const tableStreamArn = `${tableArn}/stream/2026-11-22T16:00:00.000`;
    const { template } = synthesize((scope: Construct) => ({
      domainSuffix: 'acme',
      changeEvents: events.EventBus.fromEventBusArn(scope, 'Bus', 'arn:aws:events:eu-west-1:999999999999:event-bus/changes'),
      table: dynamodb.Table.fromTableAttributes(scope, 'Existing', {
        tableArn, tableStreamArn, encryptionKey: kms.Key.fromKeyArn(scope, 'Key', 'arn:aws:kms:eu-west-1:123456789012:key/1'),
      }),
    }), { env: { account: '123456789012', region: 'eu-west-1' } });
    expect(onlyResource(template, 'AWS::Lambda::EventSourceMapping').Properties.EventSourceArn).toBe(tableStreamArn);
    expect(grantsOf(template, 'changes.publish').slice(2)).toEqual([
      { Effect: 'Allow', Action: 'events:PutEvents', Resource: 'arn:aws:events:eu-west-1:999999999999:event-bus/changes' },
      { Effect: 'Allow', Action: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], Resource: tableStreamArn },
      { Effect: 'Allow', Action: 'dynamodb:ListStreams', Resource: `${tableArn}/stream/*` },
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: 'arn:aws:kms:eu-west-1:123456789012:key/1',
        Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com' } },
      },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': [expect.stringMatching(/DeadLetterQueue/), 'Arn'] } },
    ]);
  });
});

test.each(Object.entries(RUNTIMES))('the function runs in the language of the others: %s', (_, runtime) => {
  const functions = Object.values(withEvents({ runtime }).template.findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties);
  expect(new Set(functions.map((fn) => JSON.stringify([fn.Runtime, fn.Code]))).size).toBe(1);
});

test('with a profile schema, the function has the handlers alone', () => {
  const { template } = withEvents({ profileSchema: { type: 'object' } });
  const code = (handler: string) => Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Handler: handler } }))[0].Properties.Code;
  expect(code('changes.publish')).toEqual(code('profile.read'));
  expect(code('changes.publish')).not.toEqual(code('profile.replace'));
});

test('two services with event buses fit in one stack', () => {
  const stack = new Stack(new App(), 'Stack');
  const changeEvents = new events.EventBus(stack, 'Bus');
  for (const domainSuffix of ['one', 'two']) {
    new CognitoProfileService(stack, domainSuffix, { domainSuffix, changeEvents });
  }
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::EventSourceMapping', 2);
});
