import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { CfnUserPool, CfnUserPoolClient, IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { CfnGlobalTable, CfnTable, ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { describeLocation, differ, locationOf, locationOfPool, locationOfStack, REGION_OF_ID } from './location';
import { PropError, propError, isKnown } from './prop-error';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

const REGION_OF_PROVIDER = /^cognito-idp\.([a-z0-9-]+)\./;

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html */
const ISSUER_PATTERN = /^https:\/\/(?:issuer-)?cognito-idp\.[a-z0-9-]+\.[a-z0-9.-]+\/[A-Za-z0-9_-]+$/;

/** The keys that the handlers use. */
const TABLE_KEYS = [
  { attributeName: 'pk', keyType: 'HASH' },
  { attributeName: 'sk', keyType: 'RANGE' },
];

interface AttributeDefinition {
  readonly attributeName: string;
  readonly attributeType: string;
}

/** Validates an existing user pool, app client and table, as far as they are known at synthesis. */
export function validateExistingResources(scope: Construct, props: CognitoProfileServiceProps): PropError[] {
  return [
    ...validateUserPool(scope, props),
    ...validateIssuer(props),
    ...validateUserPoolClient(props),
    ...validateTable(scope, props),
  ];
}

/** Validates the location of an existing user pool. Its tokens are valid in every Region, but its app clients must be created in its own Region and account. */
function validateUserPool(scope: Construct, { userPool, userPoolClient, issuer }: CognitoProfileServiceProps): PropError[] {
  if (!userPool) {
    return [];
  }
  const { region, account } = locationOfPool(userPool);
  const [, issuedIn] = REGION_OF_PROVIDER.exec(userPool.userPoolProviderName) ?? [];
  if (differ(region, issuedIn) && issuer === undefined) {
    return [propError('userPool', userPool, `is in ${region}, but is imported as a user pool in ${issuedIn}, so the API would reject its tokens; import it with UserPool.fromUserPoolArn`)];
  }
  const ours = locationOfStack(scope);
  return !userPoolClient && (differ(region, ours.region) || differ(account, ours.account))
    ? [propError('userPool', userPool, `is in ${describeLocation({ region, account })}, where this stack can't create an app client; specify userPoolClient as well`)]
    : [];
}

/** Validates the issuer of an existing user pool. API Gateway compares it with the tokens character by character. */
function validateIssuer({ issuer, userPool }: CognitoProfileServiceProps): PropError[] {
  if (issuer === undefined) {
    return [];
  }
  if (!userPool) {
    return [propError('issuer', issuer, 'requires userPool, because the issuer of a user pool that the construct creates is known; omit issuer')];
  }
  if (!isKnown(issuer)) {
    return [];
  }
  if (!ISSUER_PATTERN.test(issuer)) {
    return [propError('issuer', issuer, 'is not the issuer of a user pool; specify a URL such as '
      + 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI, without a trailing slash')];
  }
  const [, region] = isKnown(userPool.userPoolId) ? REGION_OF_ID.exec(userPool.userPoolId) ?? [] : [];
  return isKnown(userPool.userPoolId) && !(issuer.endsWith(`/${userPool.userPoolId}`) && issuer.includes(`.${region ?? ''}`))
    ? [propError('issuer', issuer, `is not the issuer of the user pool ${userPool.userPoolId}; specify the issuer of that user pool`)]
    : [];
}

function validateUserPoolClient({ userPool, userPoolClient }: CognitoProfileServiceProps): PropError[] {
  if (!userPoolClient) {
    return [];
  }
  if (!userPool) {
    return [propError('userPoolClient', userPoolClient, 'requires userPool, because the API validates the tokens of that user pool; specify both')];
  }
  const resource = userPoolClient.node.defaultChild;
  return resource instanceof CfnUserPoolClient
    ? [...validatePool(userPoolClient, resource, userPool), ...validateGrants(userPoolClient, resource)]
    : [];
}

function validatePool(userPoolClient: IUserPoolClient, { userPoolId }: CfnUserPoolClient, userPool: IUserPool): PropError[] {
  return areDifferentPools(userPoolId, userPool.userPoolId)
    ? [propError('userPoolClient', userPoolClient, `is not an app client of '${userPool.node.path}', so the API would reject its tokens; specify a user pool and an app client of it`)]
    : [];
}

function validateGrants(userPoolClient: IUserPoolClient, { allowedOAuthFlows }: CfnUserPoolClient): PropError[] {
  return allowedOAuthFlows?.includes('client_credentials')
    ? [propError('userPoolClient', userPoolClient, 'allows the client credentials grant, whose tokens don\'t represent a user; specify an app client without this grant')]
    : [];
}

/** Whether two ids certainly belong to different pools. An id that only CloudFormation knows can belong to any pool outside the app. */
function areDifferentPools(a: string, b: string): boolean {
  if (isKnown(a) && isKnown(b)) {
    return a !== b;
  }
  const [referenceA, referenceB] = [a, b].map((id) => Tokenization.reverseString(id).firstToken);
  return Reference.isReference(referenceA) && Reference.isReference(referenceB) && referenceA.target !== referenceB.target
    && referenceA.target instanceof CfnUserPool && referenceB.target instanceof CfnUserPool;
}

/** Validates the location and the keys of an existing table. */
function validateTable(scope: Construct, { table }: CognitoProfileServiceProps): PropError[] {
  return table ? [...validateTableLocation(scope, table), ...validateTableKeys(table)] : [];
}

function validateTableLocation(scope: Construct, table: ITable): PropError[] {
  const { region, account } = locationOf(table.tableArn, table);
  const ours = locationOfStack(scope);
  return differ(region, ours.region) || differ(account, ours.account)
    ? [propError('table', table, `is in ${describeLocation({ region, account })}, but the functions access tables in their own Region and account; specify a table there`)]
    : [];
}

/** The keys of an imported table are not known. */
function validateTableKeys(table: ITable): PropError[] {
  const resource = table.node.defaultChild;
  if (!(resource instanceof CfnTable || resource instanceof CfnGlobalTable)) {
    return [];
  }
  const { keySchema, attributeDefinitions } = Stack.of(resource).resolve({
    keySchema: resource.keySchema,
    attributeDefinitions: resource.attributeDefinitions,
  });
  // A replica has no key schema.
  if (!Array.isArray(keySchema) || !Array.isArray(attributeDefinitions)) {
    return [];
  }
  const types = new Map((attributeDefinitions as AttributeDefinition[]).map(({ attributeName, attributeType }) => [attributeName, attributeType]));
  const isRight = keySchema.length === TABLE_KEYS.length && TABLE_KEYS.every(({ attributeName, keyType }, index) => (
    keySchema[index].attributeName === attributeName && keySchema[index].keyType === keyType && types.get(attributeName) === 'S'
  ));
  return isRight
    ? []
    : [propError('table', table, `has the keys ${describeKeys(keySchema, types)}; specify a table with the partition key pk and the sort key sk, both of type STRING`)];
}

function describeKeys(keySchema: typeof TABLE_KEYS, types: ReadonlyMap<string, string>): string {
  return keySchema.map(({ attributeName, keyType }) => `${attributeName} (${keyType}, ${types.get(attributeName)})`).join(' and ');
}
