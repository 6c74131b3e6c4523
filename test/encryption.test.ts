import { isDeepStrictEqual } from 'util';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import { CognitoProfileService } from '../src';
import { logicalId, onlyResource, synthesize } from './support/stacks/synth';

describe('a key of the app', () => {
  const { template } = synthesize((scope) => ({ domainSuffix: 'acme', encryptionKey: new kms.Key(scope, 'Key') }));
  const key = { 'Fn::GetAtt': [logicalId(template, 'AWS::KMS::Key'), 'Arn'] };

  test('it encrypts the table', () => {
    expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key });
  });

  test('it encrypts all logs', () => {
    template.resourcePropertiesCountIs('AWS::Logs::LogGroup', { KmsKeyId: key }, 5);
    template.resourceCountIs('AWS::Logs::LogGroup', 5);
  });

  test('CloudWatch Logs may use it, for the log groups of this account and region', () => {
    template.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([{
          Effect: 'Allow',
          Principal: { Service: { 'Fn::Join': ['', ['logs.', { Ref: 'AWS::Region' }, '.amazonaws.com']] } },
          Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
          Resource: '*',
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': {
                'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':logs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':log-group:*']],
              },
            },
          },
        }]),
      },
    });
  });

  test('each function may decrypt by it what DynamoDB holds, and no more', () => {
    expect(statementsVia(template, 'dynamodb')).toEqual(Array(4).fill([{ ...via('dynamodb'), Action: 'kms:Decrypt', Resource: key }]));
  });

  test('each function may write encrypted logs', () => {
    const Action = [
      'kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:DescribeKey',
    ];
    expect(statementsVia(template, 'logs')).toEqual(Array(4).fill([{ ...via('logs'), Action, Resource: key }]));
  });
});

test('an imported key is used as it is', () => {
  const arn = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-1111-1111-1111-111111111111';
  const { template } = synthesize((scope) => ({ domainSuffix: 'acme', encryptionKey: kms.Key.fromKeyArn(scope, 'Key', arn) }));
  expect(onlyResource(template, 'AWS::DynamoDB::Table').Properties.SSESpecification.KMSMasterKeyId).toBe(arn);
  template.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: arn });
  template.resourceCountIs('AWS::KMS::Key', 0);
  for (const service of ['dynamodb', 'logs']) {
    expect(statementsVia(template, service)).toEqual(Array(4).fill([expect.objectContaining({ Resource: arn })]));
  }
});

test('a key of another stack synthesizes', () => {
  const app = new App();
  const key = new kms.Key(new Stack(app, 'Keys'), 'Key');
  new CognitoProfileService(new Stack(app, 'Stack'), 'Profiles', { domainSuffix: 'acme', encryptionKey: key });
  expect(() => app.synth()).not.toThrow();
});

test("a table that is brought is decrypted by the table's own key, and the logs by the given one", () => {
  const { template } = synthesize((scope) => ({
    domainSuffix: 'acme',
    encryptionKey: kms.Key.fromKeyArn(scope, 'LogKey', 'arn:aws:kms:eu-west-1:123456789012:key/logs'),
    table: dynamodb.Table.fromTableAttributes(scope, 'Imported', {
      tableName: 'profiles',
      encryptionKey: kms.Key.fromKeyArn(scope, 'TableKey', 'arn:aws:kms:eu-west-1:123456789012:key/table'),
    }),
  }));
  template.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/logs' });
  expect(statementsVia(template, 'dynamodb')).toEqual(Array(4).fill([expect.objectContaining({ Resource: 'arn:aws:kms:eu-west-1:123456789012:key/table' })]));
  expect(statementsVia(template, 'logs')).toEqual(Array(4).fill([expect.objectContaining({ Resource: 'arn:aws:kms:eu-west-1:123456789012:key/logs' })]));
});

test('without a key nothing has to do with KMS', () => {
  expect(JSON.stringify(synthesize().template.toJSON())).not.toMatch(/kms/i);
});

/** What each function may do by a key where another service does it in its name. */
function statementsVia(template: Template, service: string): unknown[] {
  const { Condition } = via(service);
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .map(({ Properties }) => Properties.PolicyDocument.Statement.filter((statement: any) => isDeepStrictEqual(statement.Condition, Condition)));
}

function via(service: string) {
  const name = { 'Fn::Join': ['', [`${service}.`, { Ref: 'AWS::Region' }, '.amazonaws.com']] };
  return { Effect: 'Allow', Condition: { StringEquals: { 'kms:ViaService': name } } };
}
