import { App, Stack } from 'aws-cdk-lib';
import { FeaturePlan, StandardThreatProtectionMode, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';
import { synthesize } from '../support/stacks/synth';

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

test.each<[string, CognitoProfileServiceProps, string[]]>([
  ['an unusable pool', { userPool: 'eu-west-1_abc' as unknown as UserPool }, ['userPool']],
  ['a plan in other words', { domainSuffix: 'acme', featurePlan: 'Plus' as FeaturePlan, threatProtection: StandardThreatProtectionMode.AUDIT_ONLY }, ['featurePlan']],
  ['wrong kinds at every level', { domainSuffix: 5, oAuth: { callbackUrls: 'https://a.example' } } as unknown as CognitoProfileServiceProps, ['domainSuffix', 'oAuth']],
])('%s gives no errors but its own', (_, props, named) => {
  let message = '';
  try {
    new CognitoProfileService(new Stack(new App(), 'Stack'), 'Profiles', props);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split('\n').slice(1).map((line) => /\w+/.exec(line)![0])).toEqual(named);
});

test('wrong types and props without effect are listed together, and values only once these are right', () => {
  const make = () => synthesize((scope) => ({
    userPool: new UserPool(scope, 'Pool'),
    domainSuffix: 'AWS_Acme',
    tableCapacity: { readCapacity: 0, writeCapacity: 0 },
    table: Table.fromTableName(scope, 'Table', 'profiles'),
    logRetention: 17 as RetentionDays,
    dashboard: 'yes' as unknown as boolean,
  }));
  const correct = () => synthesize({ logRetention: 17 as RetentionDays, userPartitions: 0 });
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
  ]);
  expect(correct).toThrow(/- userPartitions: 0 is not [^]*- logRetention: 17 is not/);
});
