import { Fn, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { CognitoProfileServiceProps } from '../../src';
import { boundary } from '../support/stacks/boundary';
import { Given } from '../support/stacks/synth';

const { STRING, NUMBER } = dynamodb.AttributeType;

boundary('userPool', [
  ['a pool of the app', withPool({})],
  ['an imported pool', (scope) => ({ userPool: cognito.UserPool.fromUserPoolId(scope, 'Imported', 'eu-west-1_abc') })],
  ['the settings of our client', withPool({ oAuth: {}, authFlows: { user: true }, managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN })],
], [
  ['a domain suffix', withPool({ domainSuffix: 'acme' }), "domainSuffix: 'acme' has no effect with an existing userPool; omit domainSuffix, and configure the userPool itself"],
  ['a sign-in domain', (scope) => ({
    userPool: new cognito.UserPool(scope, 'Pool'),
    signInDomain: { domainName: 'auth.example.com', certificate: Certificate.fromCertificateArn(scope, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/1') },
  }), "signInDomain: 'auth.example.com' has no effect"],
  ['MFA', withPool({ mfa: cognito.Mfa.OFF }), "mfa: 'OFF' has no effect with an existing userPool"],
  ['passkeys', withPool({ passkeys: cognito.PasskeyUserVerification.REQUIRED }), "passkeys: 'required' has no effect"],
  ['self sign-up', withPool({ selfSignUp: false }), 'selfSignUp: false has no effect'],
  ['email', withPool({ email: cognito.UserPoolEmail.withCognito() }), "email: 'UserPoolEmail' has no effect"],
  ['a feature plan', withPool({ featurePlan: cognito.FeaturePlan.PLUS }), "featurePlan: 'PLUS' has no effect"],
  ['threat protection', withPool({ threatProtection: cognito.StandardThreatProtectionMode.NO_ENFORCEMENT }), "threatProtection: 'OFF' has no effect"],
]);

boundary('the place of the userPool', [
  ['elsewhere, with its client', (scope) => ({
    userPool: cognito.UserPool.fromUserPoolArn(scope, 'Pool', POOL.replaceAll('eu-west-1', 'us-east-1')),
    userPoolClient: cognito.UserPoolClient.fromUserPoolClientId(scope, 'Client', '1234'),
  })],
  ['here', (scope) => ({ userPool: cognito.UserPool.fromUserPoolArn(scope, 'Pool', POOL) })],
], [
  ['elsewhere, without a client', (scope) => ({ userPool: cognito.UserPool.fromUserPoolArn(scope, 'Pool', POOL.replaceAll('eu-west-1', 'us-east-1')) }),
    "userPool: 'Stack/Pool' is in us-east-1 of account 123456789012, where this stack can't create an app client; specify userPoolClient as well"],
  ['in another account, without a client', (scope) => ({ userPool: cognito.UserPool.fromUserPoolArn(scope, 'Pool', POOL.replace('1234', '9999')) }), 'of account 999956789012'],
  ['in a stack elsewhere, without a client', (scope) => ({ userPool: new cognito.UserPool(otherRegion(scope), 'Pool') }), 'is in us-east-1'],
  ['by its id alone', (scope) => ({
    userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', 'us-east-1_abc'),
    userPoolClient: cognito.UserPoolClient.fromUserPoolClientId(scope, 'Client', '1234'),
  }), "userPool: 'Stack/Pool' is in us-east-1, but is imported as a user pool in eu-west-1, so the API would reject its tokens; import it with UserPool.fromUserPoolArn"],
], { env: { account: '123456789012', region: 'eu-west-1' } });

boundary('issuer', [
  ['the updated issuer of an imported pool', withIssuer('https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc')],
  ['the original one', withIssuer('https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc')],
  ['what only CloudFormation knows', withIssuer(Fn.importValue('Issuer'))],
  ['that of a pool whose ID only CloudFormation knows', (scope) => ({
    userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', Fn.importValue('Pool')), issuer: 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc',
  })],
], [
  ['another pool\'s', withIssuer('https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_xyz'),
    "issuer: 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_xyz' is not the issuer of the user pool eu-west-1_abc; specify the issuer of that user pool"],
  ['a pool in another Region', withIssuer('https://issuer-cognito-idp.us-east-1.amazonaws.com/eu-west-1_abc'), 'is not the issuer of the user pool eu-west-1_abc'],
  ['a trailing slash', withIssuer('https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc/'), 'is not the issuer of a user pool; specify a URL such as https://'],
  ['the sign-in domain', withIssuer('https://profile-service-acme.auth.eu-west-1.amazoncognito.com'), 'is not the issuer of a user pool'],
  ['a pool of ours', { issuer: 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc' },
    "issuer: 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc' requires userPool"],
]);

boundary('the place of the table', [
  ['here', (scope) => ({ domainSuffix: 'acme', table: dynamodb.Table.fromTableArn(scope, 'Table', TABLE) })],
], [
  ['in another region', (scope) => ({ domainSuffix: 'acme', table: dynamodb.Table.fromTableArn(scope, 'Table', TABLE.replace('eu-west-1', 'us-east-1')) }),
    "table: 'Stack/Table' is in us-east-1 of account 123456789012, but the functions access tables in their own Region and account; specify a table there"],
  ['in another account', (scope) => ({ domainSuffix: 'acme', table: dynamodb.Table.fromTableArn(scope, 'Table', TABLE.replace('1234', '9999')) }), 'of account 999956789012'],
  ['in a stack elsewhere', (scope) => ({
    domainSuffix: 'acme',
    table: new dynamodb.Table(otherRegion(scope), 'Table', { partitionKey: { name: 'pk', type: STRING }, sortKey: { name: 'sk', type: STRING } }),
  }), 'is in us-east-1'],
], { env: { account: '123456789012', region: 'eu-west-1' } });

boundary('userPoolClient', [
  ['a client of the pool', withClient({})],
  ['an imported client of an imported pool', (scope) => ({
    userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', 'eu-west-1_abc'),
    userPoolClient: cognito.UserPoolClient.fromUserPoolClientId(scope, 'Client', '1234'),
  })],
  ['a client of a pool that was imported twice', (scope) => ({
    userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', 'eu-west-1_abc'),
    userPoolClient: cognito.UserPool.fromUserPoolId(scope, 'Same', 'eu-west-1_abc').addClient('Client'),
  })],
  ['a client of a pool that only CloudFormation knows', (scope) => ({
    userPool: new cognito.UserPool(scope, 'Pool'),
    userPoolClient: cognito.UserPool.fromUserPoolId(scope, 'Same', Fn.importValue('Pool')).addClient('Client'),
  })],
  ['a client of another stack', (scope) => {
    const pool = new cognito.UserPool(new Stack(scope.node.root, 'Other'), 'Pool');
    return { userPool: pool, userPoolClient: pool.addClient('Client') };
  }],
], [
  ['no pool', (scope) => ({ domainSuffix: 'acme', userPoolClient: cognito.UserPoolClient.fromUserPoolClientId(scope, 'Client', '1234') }),
    "userPoolClient: 'Stack/Client' requires userPool, because the API validates the tokens of that user pool; specify both"],
  ['a client for machines', (scope) => {
    const userPool = new cognito.UserPool(scope, 'Pool');
    const server = userPool.addResourceServer('Server', { identifier: 'api', scopes: [{ scopeName: 'read', scopeDescription: 'Reads' }] });
    const oAuth = { flows: { clientCredentials: true }, scopes: [cognito.OAuthScope.resourceServer(server, { scopeName: 'read', scopeDescription: 'Reads' })] };
    return { userPool, userPoolClient: userPool.addClient('Client', { generateSecret: true, oAuth }) };
  }, "userPoolClient: 'Stack/Pool/Client' allows the client credentials grant, whose tokens don't represent a user"],
  ['OAuth settings', withClient({ oAuth: {} }), 'oAuth: {} has no effect with an existing userPoolClient'],
  ['flows', withClient({ authFlows: { user: true } }), 'authFlows: {"user":true} has no effect'],
  ['a login version', withClient({ managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI }), 'managedLoginVersion: 1 has no effect'],
  ['a client of another pool of the app', (scope) => ({
    userPool: new cognito.UserPool(scope, 'Pool'),
    userPoolClient: new cognito.UserPool(scope, 'Other').addClient('Client'),
  }), "userPoolClient: 'Stack/Other/Client' is not an app client of 'Stack/Pool', so the API would reject its tokens"],
  ['a client of another pool, by their ids', (scope) => ({
    userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', 'eu-west-1_abc'),
    userPoolClient: cognito.UserPool.fromUserPoolId(scope, 'Other', 'eu-west-1_def').addClient('Client'),
  }), 'is not an app client of'],
]);

boundary('table', [
  ['the keys', withTable({ partitionKey: { name: 'pk', type: STRING }, sortKey: { name: 'sk', type: STRING } })],
  ['the keys of a global table', (scope) => ({
    domainSuffix: 'acme',
    table: new dynamodb.TableV2(scope, 'Table', { partitionKey: { name: 'pk', type: STRING }, sortKey: { name: 'sk', type: STRING } }),
  })],
  ['an index beside them', (scope) => {
    const table = new dynamodb.Table(scope, 'Table', { partitionKey: { name: 'pk', type: STRING }, sortKey: { name: 'sk', type: STRING } });
    table.addGlobalSecondaryIndex({ indexName: 'by-age', partitionKey: { name: 'age', type: NUMBER } });
    return { domainSuffix: 'acme', table };
  }],
  ['an imported table, whose keys we can\'t know', (scope) => ({ domainSuffix: 'acme', table: dynamodb.Table.fromTableName(scope, 'Table', 'profiles') })],
], [
  ['no sort key', withTable({ partitionKey: { name: 'pk', type: STRING } }),
    "table: 'Stack/Table' has the keys pk (HASH, S); specify a table with the partition key pk and the sort key sk, both of type STRING"],
  ['other names', withTable({ partitionKey: { name: 'PK', type: STRING }, sortKey: { name: 'sk', type: STRING } }), 'has the keys PK (HASH, S) and sk (RANGE, S)'],
  ['swapped keys', withTable({ partitionKey: { name: 'sk', type: STRING }, sortKey: { name: 'pk', type: STRING } }), 'has the keys sk (HASH, S) and pk (RANGE, S)'],
  ['another type', withTable({ partitionKey: { name: 'pk', type: STRING }, sortKey: { name: 'sk', type: NUMBER } }), 'has the keys pk (HASH, S) and sk (RANGE, N)'],
  ['other keys of a global table', (scope) => ({
    domainSuffix: 'acme', table: new dynamodb.TableV2(scope, 'Table', { partitionKey: { name: 'id', type: STRING } }),
  }), "table: 'Stack/Table' has the keys id (HASH, S)"],
  ['capacity', (scope) => ({
    domainSuffix: 'acme', table: dynamodb.Table.fromTableName(scope, 'Table', 'profiles'), tableCapacity: { readCapacity: 1, writeCapacity: 1 },
  }), 'tableCapacity: {"readCapacity":1,"writeCapacity":1} has no effect with an existing table'],
]);

const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc';
const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/profiles';

function otherRegion(scope: Construct): Stack {
  return new Stack(scope.node.root, 'Other', { env: { account: '123456789012', region: 'us-east-1' }, crossRegionReferences: true });
}

function withPool(props: CognitoProfileServiceProps): Given {
  return (scope: Construct) => ({ userPool: new cognito.UserPool(scope, 'Pool'), ...props });
}

function withIssuer(issuer: string): Given {
  return (scope: Construct) => ({ userPool: cognito.UserPool.fromUserPoolId(scope, 'Pool', 'eu-west-1_abc'), issuer });
}

function withClient(props: CognitoProfileServiceProps): Given {
  return (scope: Construct) => {
    const userPool = new cognito.UserPool(scope, 'Pool');
    return { userPool, userPoolClient: userPool.addClient('Client'), ...props };
  };
}

function withTable(keys: dynamodb.TableProps): Given {
  return (scope: Construct) => ({ domainSuffix: 'acme', table: new dynamodb.Table(scope, 'Table', keys) });
}
