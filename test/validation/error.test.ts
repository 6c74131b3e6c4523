import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CognitoProfileService } from '../../src';
import { synthesize } from '../support/synth';

test('one error lists every bad prop, names the construct, and leaves nothing half-made', () => {
  const stack = new Stack(new App(), 'Stack');
  let message = '';
  try {
    new CognitoProfileService(stack, 'Profiles', {
      domainSuffix: 'AWS_Acme',
      runtime: lambda.Runtime.JAVA_21,
      tableCapacity: { readCapacity: 0, writeCapacity: 0 },
    });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split('\n')).toEqual([
    "Invalid props of CognitoProfileService at 'Stack/Profiles':",
    expect.stringMatching(/^ {2}- domainSuffix: 'AWS_Acme' /),
    expect.stringMatching(/^ {2}- runtime: 'java21' /),
    expect.stringMatching(/^ {2}- tableCapacity.readCapacity: 0 /),
    expect.stringMatching(/^ {2}- tableCapacity.writeCapacity: 0 /),
  ]);
  expect(stack.node.findChild('Profiles').node.children).toEqual([]);
});

test('a prop that is of the wrong kind, or has no effect, is listed once, beside what else is bad', () => {
  const make = () => synthesize((scope) => ({
    userPool: new UserPool(scope, 'Pool'),
    domainSuffix: 'AWS_Acme',
    tableCapacity: { readCapacity: 0, writeCapacity: 0 },
    table: Table.fromTableName(scope, 'Table', 'profiles'),
    logRetention: 17 as RetentionDays,
    dashboard: 'yes' as unknown as boolean,
  }));
  let message = '';
  try {
    make();
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split('\n').slice(1)).toEqual([
    expect.stringMatching(/^ {2}- dashboard: 'yes' is not true or false/),
    expect.stringMatching(/^ {2}- domainSuffix: 'AWS_Acme' has no effect/),
    expect.stringMatching(/^ {2}- tableCapacity: .* has no effect/),
    expect.stringMatching(/^ {2}- logRetention: 17 is not/),
  ]);
});
