import { Stack } from 'aws-cdk-lib';
import { CfnGlobalTable, CfnTable, ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Finding, finding } from './finding';

/** The keys under which the handlers find profiles. */
const KEYS = [
  { attributeName: 'pk', keyType: 'HASH' },
  { attributeName: 'sk', keyType: 'RANGE' },
];

interface AttributeDefinition {
  readonly attributeName: string;
  readonly attributeType: string;
}

/** Checks the keys of a table that the app defines; those of an imported one can't be known. */
export function validateTableKeys(table: ITable | undefined): Finding[] {
  const resource = table?.node.defaultChild;
  if (!(resource instanceof CfnTable || resource instanceof CfnGlobalTable)) {
    return [];
  }
  const { keySchema, attributeDefinitions } = Stack.of(resource).resolve({
    keySchema: resource.keySchema,
    attributeDefinitions: resource.attributeDefinitions,
  });
  const types = new Map((attributeDefinitions as AttributeDefinition[]).map(({ attributeName, attributeType }) => [attributeName, attributeType]));
  const isRight = JSON.stringify(keySchema) === JSON.stringify(KEYS) && KEYS.every(({ attributeName }) => types.get(attributeName) === 'S');
  return isRight
    ? []
    : [finding('table', table, `has the keys ${describe(keySchema, types)}; define it with the partition key pk and the sort key sk, both of type STRING`)];
}

function describe(keySchema: typeof KEYS, types: ReadonlyMap<string, string>): string {
  return keySchema.map(({ attributeName, keyType }) => `${attributeName} (${keyType}, ${types.get(attributeName)})`).join(' and ');
}
