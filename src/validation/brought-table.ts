import { Stack } from 'aws-cdk-lib';
import { CfnGlobalTable, CfnTable, ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { Finding, finding } from './finding';
import { describePlace, differ, placeOf, placeOfStack } from './place';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

/** The keys under which the handlers find profiles. */
const KEYS = [
  { attributeName: 'pk', keyType: 'HASH' },
  { attributeName: 'sk', keyType: 'RANGE' },
];

interface AttributeDefinition {
  readonly attributeName: string;
  readonly attributeType: string;
}

/** Checks a table that the app brings: where it is, and its keys. */
export function validateTable(scope: Construct, { table }: CognitoProfileServiceProps): Finding[] {
  return table ? [...validatePlace(scope, table), ...validateKeys(table)] : [];
}

function validatePlace(scope: Construct, table: ITable): Finding[] {
  const { region, account } = placeOf(table.tableArn, table);
  const ours = placeOfStack(scope);
  return differ(region, ours.region) || differ(account, ours.account)
    ? [finding('table', table, `is in ${describePlace({ region, account })}, and the functions find only tables of their own region and account; give one there`)]
    : [];
}

/** The keys of an imported table can't be known. */
function validateKeys(table: ITable): Finding[] {
  const resource = table.node.defaultChild;
  if (!(resource instanceof CfnTable || resource instanceof CfnGlobalTable)) {
    return [];
  }
  const { keySchema, attributeDefinitions } = Stack.of(resource).resolve({
    keySchema: resource.keySchema,
    attributeDefinitions: resource.attributeDefinitions,
  });
  // A replica has none of its own.
  if (!Array.isArray(keySchema) || !Array.isArray(attributeDefinitions)) {
    return [];
  }
  const types = new Map((attributeDefinitions as AttributeDefinition[]).map(({ attributeName, attributeType }) => [attributeName, attributeType]));
  const isRight = keySchema.length === KEYS.length && KEYS.every(({ attributeName, keyType }, index) => (
    keySchema[index].attributeName === attributeName && keySchema[index].keyType === keyType && types.get(attributeName) === 'S'
  ));
  return isRight
    ? []
    : [finding('table', table, `has the keys ${describe(keySchema, types)}; define it with the partition key pk and the sort key sk, both of type STRING`)];
}

function describe(keySchema: typeof KEYS, types: ReadonlyMap<string, string>): string {
  return keySchema.map(({ attributeName, keyType }) => `${attributeName} (${keyType}, ${types.get(attributeName)})`).join(' and ');
}
