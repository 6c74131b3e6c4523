import { Fn, Lazy, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { boundary } from '../support/stacks/boundary';
import { Given } from '../support/stacks/synth';

const ENV = { account: '123456789012', region: 'eu-west-1' };
const KEYS = {
  partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
  sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
};
const { NEW_AND_OLD_IMAGES, NEW_IMAGE, KEYS_ONLY } = dynamodb.StreamViewType;
const TABLE_ARN = 'arn:aws:dynamodb:eu-west-1:123456789012:table/profiles';

boundary('changeEvents', [
  ['a bus of the stack', withBus((scope) => new events.EventBus(scope, 'Bus'))],
  ['the default bus', withBus((scope) => events.EventBus.fromEventBusName(scope, 'Bus', 'default'))],
  ['a bus in another account', withBus((scope) => events.EventBus.fromEventBusArn(scope, 'Bus', 'arn:aws:events:eu-west-1:999956789012:event-bus/changes'))],
  ['a bus whose place only CloudFormation knows', withBus((scope) => (
    events.EventBus.fromEventBusArn(scope, 'Bus', Lazy.string({ produce: () => 'arn:aws:events:us-east-1:123456789012:event-bus/changes' }))
  ))],
], [
  ['a bus in another Region', withBus((scope) => events.EventBus.fromEventBusArn(scope, 'Bus', 'arn:aws:events:us-east-1:123456789012:event-bus/changes')),
    "changeEvents: 'Stack/Bus' is in us-east-1, but the function sends events in its own Region; specify an event bus there, with a rule that sends its events on"],
  ['a bus of a stack in another Region', withBus((scope) => (
    new events.EventBus(new Stack(scope.node.root as Construct, 'Other', { env: { ...ENV, region: 'us-east-1' } }), 'Bus')
  )), "changeEvents: 'Other/Bus' is in us-east-1"],
], { env: ENV });

boundary('the stream of the table', [
  ['of both images', withTable((scope) => new dynamodb.Table(scope, 'Table', { ...KEYS, stream: NEW_AND_OLD_IMAGES }))],
  ['of both images, of a global table', withTable((scope) => new dynamodb.TableV2(scope, 'Table', { ...KEYS, dynamoStream: NEW_AND_OLD_IMAGES }))],
  ['of a global table with replicas, which always has both images', withTable((scope) => (
    new dynamodb.TableV2(scope, 'Table', { ...KEYS, replicas: [{ region: 'us-east-1' }] })
  ))],
  ['of an imported table', withTable((scope) => dynamodb.Table.fromTableAttributes(scope, 'Table', {
    tableArn: TABLE_ARN, tableStreamArn: `${TABLE_ARN}/stream/2026-11-22T16:00:00.000`,
  }))],
  ['of a type that only CloudFormation knows', withTable((scope) => (
    new dynamodb.Table(scope, 'Table', { ...KEYS, stream: Fn.importValue('ViewType') as dynamodb.StreamViewType })
  ))],
  ['of none, without changeEvents', (scope) => ({ domainSuffix: 'acme', table: new dynamodb.Table(scope, 'Table', KEYS) })],
], [
  ['of none', withTable((scope) => new dynamodb.Table(scope, 'Table', KEYS)),
    "table: 'Stack/Table' has no stream, which changeEvents requires; enable a stream with new and old images, "
      + 'or import the table with Table.fromTableAttributes and its tableStreamArn'],
  ['of none, of a global table', withTable((scope) => new dynamodb.TableV2(scope, 'Table', KEYS)), "table: 'Stack/Table' has no stream"],
  ['of none, of an imported table', withTable((scope) => dynamodb.Table.fromTableArn(scope, 'Table', TABLE_ARN)), "table: 'Stack/Table' has no stream"],
  ['of new images', withTable((scope) => new dynamodb.Table(scope, 'Table', { ...KEYS, stream: NEW_IMAGE })),
    "table: 'Stack/Table' has a stream of the view type NEW_IMAGE, which does not tell what happened to a profile; specify StreamViewType.NEW_AND_OLD_IMAGES"],
  ['of keys, of a global table', withTable((scope) => new dynamodb.TableV2(scope, 'Table', { ...KEYS, dynamoStream: KEYS_ONLY })), 'of the view type KEYS_ONLY'],
], { env: ENV });

function withBus(bus: (scope: Construct) => events.IEventBus): Given {
  return (scope) => ({ domainSuffix: 'acme', changeEvents: bus(scope) });
}

function withTable(table: (scope: Construct) => dynamodb.ITable): Given {
  return (scope) => ({ domainSuffix: 'acme', changeEvents: new events.EventBus(scope, 'Bus'), table: table(scope) });
}
