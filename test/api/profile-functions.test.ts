import { Fn, Size } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { CognitoProfileServiceProps } from '../../src';
import { commonGrants, grant, grantsOf } from '../support/stacks/role-grants';
import { logicalId, synthesize } from '../support/stacks/synth';

describe('by default', () => {
  const { template } = synthesize();

  test('each function runs the Node.js handlers and logs JSON to a log group of its own', () => {
    const functions = functionsOf(template);
    expect(functions.map((fn) => fn.Handler).sort()).toEqual([
      'profile.delete', 'profile.read', 'profile.replace', 'profile.update',
    ]);
    for (const fn of functions) {
      expect(fn).toMatchObject({
        Runtime: 'nodejs24.x', Timeout: 15, LoggingConfig: { LogFormat: 'JSON' }, TracingConfig: { Mode: 'Active' },
      });
    }
    expect(new Set(functions.map((fn) => fn.LoggingConfig.LogGroup.Ref)).size).toBe(functions.length);
    // And one for the API.
    template.resourceCountIs('AWS::Logs::LogGroup', functions.length + 1);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  test.each([
    ['profile.read', ['dynamodb:GetItem']],
    ['profile.replace', ['dynamodb:GetItem', 'dynamodb:UpdateItem']],
    ['profile.update', ['dynamodb:GetItem', 'dynamodb:UpdateItem']],
    ['profile.delete', ['dynamodb:GetItem', 'dynamodb:DeleteItem']],
  ])('%s may do %j on the table, write its own log, send traces, and nothing else', (handler, actions) => {
    const table = logicalId(template, 'AWS::DynamoDB::Table');
    expect(grantsOf(template, handler)).toEqual([...commonGrants(template, handler), grant(table, ...actions)]);
  });

  test.each([
    ['profile.read', {}],
    ['profile.replace', { MAX_PROFILE_SIZE: '65536' }],
    ['profile.update', { MAX_PROFILE_SIZE: '65536' }],
    ['profile.delete', {}],
  ])('%s has only the environment that it reads', (handler, more) => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: handler,
      Environment: {
        Variables: Match.exact({ DYNAMODB_TABLE: { Ref: logicalId(template, 'AWS::DynamoDB::Table') }, USER_PARTITIONS: '1', ...more }),
      },
    });
  });
});

describe('props', () => {
  test.each([
    lambda.Runtime.PYTHON_3_11, lambda.Runtime.PYTHON_3_14, new lambda.Runtime('python3.99'),
    new lambda.Runtime(Fn.importValue('Runtime'), lambda.RuntimeFamily.PYTHON),
  ])('runtime $name takes the Python handlers', (runtime) => {
    expect(codeOf(runtime)).toEqual(codeOf(lambda.Runtime.PYTHON_3_13));
    expect(codeOf(runtime)).not.toEqual(codeOf(lambda.Runtime.NODEJS_24_X));
  });

  test.each([lambda.Runtime.NODEJS_22_X, new lambda.Runtime('nodejs99.x')])('runtime $name takes the Node.js handlers', (runtime) => {
    expect(codeOf(runtime)).toEqual(codeOf(lambda.Runtime.NODEJS_24_X));
  });

  test.each([[Size.kibibytes(128), '131072'], [Size.bytes(1), '1'], [Size.kibibytes(384), '393216']])('maxProfileSize %p reaches the writers', (maxProfileSize, bytes) => {
    expect(environmentOf('MAX_PROFILE_SIZE', { maxProfileSize })).toEqual({ 'profile.replace': bytes, 'profile.update': bytes });
  });

  test('userPartitions reach every function', () => {
    expect(environmentOf('USER_PARTITIONS', { userPartitions: 16 })).toEqual({
      'profile.read': '16', 'profile.replace': '16', 'profile.update': '16', 'profile.delete': '16',
    });
  });

  test('logRetention is that of all logs', () => {
    synthesize({ logRetention: logs.RetentionDays.ONE_YEAR }).template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
  });

  test.each([[lambda.Tracing.DISABLED, undefined, false], [lambda.Tracing.PASS_THROUGH, 'PassThrough', true]])('tracing %s is that of all functions', (tracing, mode, mayTrace) => {
    const { template } = synthesize({ tracing });
    expect(functionsOf(template).map((fn) => fn.TracingConfig?.Mode)).toEqual([mode, mode, mode, mode]);
    expect(JSON.stringify(template.findResources('AWS::IAM::Policy')).includes('xray:')).toBe(mayTrace);
  });

  /** The value of an environment variable, by the handlers that have it. */
  function environmentOf(variable: string, props: Partial<CognitoProfileServiceProps>): Record<string, string> {
    return Object.fromEntries(Object.values(synthesize(props).template.findResources('AWS::Lambda::Function'))
      .map(({ Properties }) => [Properties.Handler, Properties.Environment.Variables[variable]])
      .filter(([, value]) => value !== undefined));
  }

  function codeOf(runtime: lambda.Runtime): unknown[] {
    return functionsOf(synthesize({ runtime }).template).map((fn) => fn.Code);
  }
});

function functionsOf(template: Template): Record<string, any>[] {
  return Object.values(template.findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties);
}
