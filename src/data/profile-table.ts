import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** Makes the table that keeps the profiles, and the index that swaps its keys. */
export function createProfileTable(scope: Construct, settings: Settings): dynamodb.Table {
  const { tableCapacity, encryptionKey, removalPolicy } = settings;
  const pk = { name: 'pk', type: dynamodb.AttributeType.STRING };
  const sk = { name: 'sk', type: dynamodb.AttributeType.STRING };

  const table = new dynamodb.Table(scope, 'Table', {
    partitionKey: pk,
    sortKey: sk,
    billingMode: tableCapacity ? dynamodb.BillingMode.PROVISIONED : dynamodb.BillingMode.PAY_PER_REQUEST,
    ...tableCapacity,
    encryption: encryptionKey && dynamodb.TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
    removalPolicy,
  });
  table.addGlobalSecondaryIndex({
    indexName: 'sk-pk-index',
    partitionKey: sk,
    sortKey: pk,
    projectionType: dynamodb.ProjectionType.ALL,
    ...tableCapacity,
  });
  return table;
}
