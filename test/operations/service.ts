import { App, Stack, StackProps } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ServiceMetrics } from '../../src/operations/service-metrics';

const KEYS = {
  partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
  sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
};

/** Every kind of table that a service may have, and its name as a template has it. */
export const TABLES: [string, (stack: Stack) => dynamodb.ITable, unknown][] = [
  ['a table', (stack) => new dynamodb.Table(stack, 'Table', KEYS), { Ref: expect.stringMatching(/^Table/) }],
  ['a global table', (stack) => new dynamodb.TableV2(stack, 'Table', KEYS), { Ref: expect.stringMatching(/^Table/) }],
  ['a table by name', (stack) => dynamodb.Table.fromTableName(stack, 'Table', 'profiles'), 'profiles'],
  ['a table by ARN', (stack) => (
    dynamodb.Table.fromTableArn(stack, 'Table', 'arn:aws:dynamodb:eu-west-1:123456789012:table/profiles')
  ), 'profiles'],
  ['a global table by name', (stack) => dynamodb.TableV2.fromTableName(stack, 'Table', 'profiles'), 'profiles'],
  ['a table by attributes', (stack) => (
    dynamodb.Table.fromTableAttributes(stack, 'Table', { tableName: 'profiles', globalIndexes: ['sk-pk-index'] })
  ), 'profiles'],
];

/** Where a stack may be. */
export const ENVIRONMENTS: [string, StackProps][] = [
  ['anywhere', {}],
  ['in an account and region', { env: { account: '123456789012', region: 'eu-west-1' } }],
];

/** The metrics of an API with four functions and a table, in a stack. */
export function metricsIn(stack: Stack, table = TABLES[0][1]): ServiceMetrics {
  const functions = ['Read', 'Replace', 'Update', 'Delete'].map((id) => new lambda.Function(stack, id, {
    runtime: lambda.Runtime.NODEJS_LATEST,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 204 });'),
  }));
  return new ServiceMetrics({
    httpApi: new apigwv2.HttpApi(stack, 'HttpApi'), functions, table: table(stack), tableOperations: ['GetItem', 'UpdateItem', 'DeleteItem'],
  });
}

/** A stack of its own app. */
export function newStack(props: StackProps = {}): Stack {
  return new Stack(new App(), 'Stack', props);
}
