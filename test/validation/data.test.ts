import { App, Lazy, RemovalPolicy, Size, Stack, Token } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { CognitoProfileService, CognitoProfileServiceProps } from '../../src';
import { boundary } from '../support/stacks/boundary';

boundary('tableCapacity', [
  ['1 and 1', { tableCapacity: { readCapacity: 1, writeCapacity: 1 } }],
  ['tokens', { tableCapacity: { readCapacity: Lazy.number({ produce: () => 5 }), writeCapacity: Token.asNumber({ Ref: 'Units' }) } }],
], [
  ['0', { tableCapacity: { readCapacity: 0, writeCapacity: 1 } }, 'tableCapacity.readCapacity: 0 is not a positive integer'],
  ['-1', { tableCapacity: { readCapacity: 1, writeCapacity: -1 } }, 'tableCapacity.writeCapacity: -1 is not a positive integer'],
  ['a fraction', { tableCapacity: { readCapacity: 1.5, writeCapacity: 1 } }, 'tableCapacity.readCapacity: 1.5 is not'],
  ['NaN', { tableCapacity: { readCapacity: NaN, writeCapacity: 1 } }, 'tableCapacity.readCapacity: NaN is not'],
  ['Infinity', { tableCapacity: { readCapacity: Infinity, writeCapacity: 1 } }, 'tableCapacity.readCapacity: Infinity is not'],
  ['only one of the two', { tableCapacity: { readCapacity: 1 } as CognitoProfileServiceProps['tableCapacity'] }, 'tableCapacity.writeCapacity: is missing; specify the number of capacity units, 1 or greater'],
]);

boundary('maxProfileSize', [
  ['1 byte', { maxProfileSize: Size.bytes(1) }],
  ['384 KiB', { maxProfileSize: Size.kibibytes(384) }],
  ['a token in bytes', { maxProfileSize: Size.bytes(Token.asNumber({ Ref: 'Bytes' })) }],
], [
  ['nothing', { maxProfileSize: Size.bytes(0) }, 'maxProfileSize: 0 bytes is not a valid profile size; specify an integer number of bytes from 1 to 393216'],
  ['one byte more than 384 KiB', { maxProfileSize: Size.bytes(393217) }, 'maxProfileSize: 393217 bytes is not a valid profile size'],
  ['a fraction of a byte', { maxProfileSize: Size.kibibytes(1.0001) }, 'bytes is not a valid profile size'],
  ['a token in another unit', { maxProfileSize: Size.kibibytes(Token.asNumber({ Ref: 'Kib' })) }, 'maxProfileSize: the amount is a token, which can\'t be converted to bytes; specify it with Size.bytes'],
]);

boundary('userPartitions', [
  ['1', { userPartitions: 1 }],
  ['100,000', { userPartitions: 100_000 }],
  ['a token', { userPartitions: Token.asNumber({ Ref: 'Partitions' }) }],
], [
  ['0', { userPartitions: 0 }, 'userPartitions: 0 is not a number of partitions; specify an integer from 1 to 100000'],
  ['100,001', { userPartitions: 100_001 }, 'userPartitions: 100001 is not'],
  ['a fraction', { userPartitions: 1.5 }, 'userPartitions: 1.5 is not'],
  ['NaN', { userPartitions: NaN }, 'userPartitions: NaN is not'],
]);

boundary('encryptionKey', [
  ['a key of the app', (scope) => ({ domainSuffix: 'acme', encryptionKey: new kms.Key(scope, 'Key') })],
  ['a key that the app has yet to name', (scope) => ({
    domainSuffix: 'acme',
    encryptionKey: kms.Key.fromKeyArn(scope, 'Key', Lazy.string({ produce: () => { throw new Error('It is too early.'); } })),
  })],
  ['an imported key', (scope) => ({ domainSuffix: 'acme', encryptionKey: kms.Key.fromKeyArn(scope, 'Key', KEY) })],
  ['a key of the region in another account', (scope) => ({ domainSuffix: 'acme', encryptionKey: kms.Key.fromKeyArn(scope, 'Key', KEY.replace('1234', '9999')) })],
], [
  ['an alias of the app', (scope) => ({ domainSuffix: 'acme', encryptionKey: new kms.Key(scope, 'Key').addAlias('acme') }),
    "encryptionKey: 'Stack/Key/Alias' is an alias, which CloudWatch Logs and IAM policies don't accept as a key; specify the key itself"],
  ['an imported alias', (scope) => ({ domainSuffix: 'acme', encryptionKey: kms.Alias.fromAliasName(scope, 'Key', 'alias/acme') }), "encryptionKey: 'Stack/Key' is an alias"],
  ['an imported key of another region', (scope) => ({ domainSuffix: 'acme', encryptionKey: kms.Key.fromKeyArn(scope, 'Key', KEY.replace('eu-west-1', 'us-east-1')) }),
    "encryptionKey: 'Stack/Key' is in us-east-1, but resources can use only keys in their own Region, eu-west-1; specify a key in eu-west-1"],
  ['a key of a stack in another region', (scope) => ({ domainSuffix: 'acme', encryptionKey: new kms.Key(otherRegion(scope), 'Key') }), 'is in us-east-1'],
  ['an asymmetric key', (scope) => ({ domainSuffix: 'acme', encryptionKey: new kms.Key(scope, 'Key', { keySpec: kms.KeySpec.RSA_2048 }) }),
    "encryptionKey: 'Stack/Key' is an asymmetric key, which can't encrypt the table and the logs"],
  ['a table whose key is an alias', (scope) => ({
    domainSuffix: 'acme',
    table: dynamodb.Table.fromTableAttributes(scope, 'Table', { tableName: 'profiles', encryptionKey: kms.Alias.fromAliasName(scope, 'Key', 'alias/acme') }),
  }), "table.encryptionKey: 'Stack/Key' is an alias"],
], { env: { account: '123456789012', region: 'eu-west-1' } });

boundary('removalPolicy', [
  ['RETAIN', { removalPolicy: RemovalPolicy.RETAIN }],
  ['DESTROY', { removalPolicy: RemovalPolicy.DESTROY }],
], [
  ['SNAPSHOT', { removalPolicy: RemovalPolicy.SNAPSHOT }, "removalPolicy: 'snapshot' is not supported by all resources"],
  ['RETAIN_ON_UPDATE_OR_DELETE', { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE }, 'use RemovalPolicy.RETAIN or RemovalPolicy.DESTROY'],
]);

describe('userPartitions of services with one table and one user pool', () => {
  const stack = new Stack(new App(), 'Stack');
  const { table, userPool } = new CognitoProfileService(stack, 'First', { domainSuffix: 'first', userPartitions: 16 });
  const make = (id: string, props: CognitoProfileServiceProps) => new CognitoProfileService(stack, id, { table, ...props });

  test.each<[string, CognitoProfileServiceProps]>([
    ['the same', { userPool, userPartitions: 16 }],
    ['a token', { userPool, userPartitions: Token.asNumber({ Ref: 'Partitions' }) }],
    ['another, where the user pool is another', { domainSuffix: 'own' }],
  ])('accepts %s', (name, props) => {
    expect(() => make(name, props)).not.toThrow();
  });

  test('refuses another', () => {
    expect(() => make('Another', { userPool }))
      .toThrow("userPartitions: 1 differs from the 16 of 'Stack/First', which uses the same table and user pool, so neither service would find the profiles that the other writes");
  });

  test('accepts another, once the first service is gone', () => {
    stack.node.tryRemoveChild('First');
    stack.node.tryRemoveChild('the same');
    expect(() => make('Later', { userPool })).not.toThrow();
  });
});

describe('one table for the users of two pools', () => {
  function make(first: CognitoProfileServiceProps, second: CognitoProfileServiceProps, pools: 'one' | 'two' = 'two'): void {
    const stack = new Stack(new App(), 'Stack');
    const { table, userPool } = new CognitoProfileService(stack, 'First', { domainSuffix: 'first', ...first });
    new CognitoProfileService(stack, 'Second', { ...pools === 'one' ? { userPool } : { domainSuffix: 'second' }, table, ...second });
  }

  test.each([
    ['the first has administrators', { adminGroup: 'admins' }, {}],
    ['the second has administrators', {}, { adminGroup: 'admins' }],
  ])('is refused if %s', (_, first, second) => {
    expect(() => make(first, second)).toThrow("table: 'Stack/First/Table' is also the table of 'Stack/First', whose users are in another user pool, so the "
      + "administrators of one would read and delete the profiles of the other's users; specify the same userPool for both, another table, or no adminGroup");
  });

  test('is accepted if neither has administrators, or the pool is the same', () => {
    expect(() => make({}, {})).not.toThrow();
    expect(() => make({ adminGroup: 'admins' }, { adminGroup: 'admins' }, 'one')).not.toThrow();
  });
});

const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-1111-1111-1111-111111111111';

function otherRegion(scope: Construct): Stack {
  return new Stack(scope.node.root, 'Other', { env: { account: '123456789012', region: 'us-east-1' }, crossRegionReferences: true });
}
