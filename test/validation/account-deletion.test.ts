import { Token } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { boundary } from '../support/stacks/boundary';
import { Given } from '../support/stacks/synth';

const KEYS = {
  partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
  sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
};

boundary('timeToLiveAttribute', [
  ['that of a table of the app', withTable((scope) => new dynamodb.Table(scope, 'Table', { ...KEYS, timeToLiveAttribute: 'ttl' }), 'ttl')],
  ['that of a global table of the app', withTable((scope) => new dynamodb.TableV2(scope, 'Table', { ...KEYS, timeToLiveAttribute: 'ttl' }), 'ttl')],
  ['one that only CloudFormation knows', withTable((scope) => new dynamodb.Table(scope, 'Table', { ...KEYS, timeToLiveAttribute: Token.asString({ Ref: 'Ttl' }) }), 'ttl')],
  ['a token', withTable((scope) => new dynamodb.Table(scope, 'Table', { ...KEYS, timeToLiveAttribute: 'ttl' }), Token.asString({ Ref: 'Ttl' }))],
  ['any of an imported table', withTable(imported, 'a'.repeat(255))],
], [
  ['none of an existing table', withTable(imported), 'timeToLiveAttribute: is missing; accountDeletion requires the Time to Live (TTL) attribute of an existing table'],
  ['an empty one', withTable(imported, ''), "timeToLiveAttribute: '' can't be the TTL attribute; specify a name of 1 to 255 characters other than pk, sk, profile_data"],
  ['256 characters', withTable(imported, 'a'.repeat(256)), "can't be the TTL attribute"],
  ...['pk', 'sk', 'profile_data', 'version', 'created_at', 'updated_at', 'erased_at'].map((name): [string, Given, string] => (
    [`the attribute ${name}`, withTable(imported, name), `timeToLiveAttribute: '${name}' can't be the TTL attribute`]
  )),
  ['another than that of the table', withTable((scope) => new dynamodb.Table(scope, 'Table', { ...KEYS, timeToLiveAttribute: 'ttl' }), 'expires'),
    "timeToLiveAttribute: 'expires' is not the TTL attribute of the table; specify 'ttl'"],
  ['one of a table without TTL', withTable((scope) => new dynamodb.Table(scope, 'Table', KEYS), 'ttl'),
    "doesn't have Time to Live (TTL), which accountDeletion requires; set its timeToLiveAttribute to 'ttl'"],
  ['one of a table whose TTL is disabled', withTable((scope) => {
    const table = new dynamodb.Table(scope, 'Table', KEYS);
    (table.node.defaultChild as dynamodb.CfnTable).timeToLiveSpecification = { attributeName: 'ttl', enabled: false };
    return table;
  }, 'ttl'), "doesn't have Time to Live (TTL)"],
  ['one of the table that the construct creates', { accountDeletion: true, timeToLiveAttribute: 'ttl' },
    "timeToLiveAttribute: 'ttl' has no effect without accountDeletion and an existing table; omit it"],
  ['one without accountDeletion', (scope) => ({ domainSuffix: 'acme', table: imported(scope), timeToLiveAttribute: 'ttl' }), "timeToLiveAttribute: 'ttl' has no effect"],
]);

boundary('the place of the userPool, with accountDeletion', [
  ['the Region and account of the stack', withPool('eu-west-1', '123456789012')],
], [
  ['another Region', withPool('us-east-1', '123456789012'), "is in us-east-1 of account 123456789012, where accountDeletion can't delete users; deploy the service there, or omit accountDeletion"],
  ['another account', withPool('eu-west-1', '210987654321'), 'is in eu-west-1 of account 210987654321, where accountDeletion'],
], { env: { region: 'eu-west-1', account: '123456789012' } });

function imported(scope: Construct): dynamodb.ITable {
  return dynamodb.Table.fromTableName(scope, 'Table', 'profiles');
}

function withTable(makeTable: (scope: Construct) => dynamodb.ITable, timeToLiveAttribute?: string): Given {
  return (scope) => ({ domainSuffix: 'acme', accountDeletion: true, table: makeTable(scope), timeToLiveAttribute });
}

function withPool(region: string, account: string): Given {
  return (scope) => ({
    accountDeletion: true,
    userPool: cognito.UserPool.fromUserPoolArn(scope, 'Pool', `arn:aws:cognito-idp:${region}:${account}:userpool/${region}_abc`),
    userPoolClient: cognito.UserPoolClient.fromUserPoolClientId(scope, 'Client', 'client'),
  });
}
