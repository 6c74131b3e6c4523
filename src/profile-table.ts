import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { CognitoProfileServiceProps } from './cognito-profile-service-props';

/** Makes the table that keeps the profiles, and the index that swaps its keys. */
export function createProfileTable(scope: Construct, props: CognitoProfileServiceProps): dynamodb.Table {
  const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN;
  const pk = { name: 'pk', type: dynamodb.AttributeType.STRING };
  const sk = { name: 'sk', type: dynamodb.AttributeType.STRING };

  const table = new dynamodb.Table(scope, 'Table', {
    partitionKey: pk,
    sortKey: sk,
    billingMode: props.tableCapacity ? dynamodb.BillingMode.PROVISIONED : dynamodb.BillingMode.PAY_PER_REQUEST,
    ...props.tableCapacity,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
    removalPolicy,
  });
  table.addGlobalSecondaryIndex({
    indexName: 'sk-pk-index',
    partitionKey: sk,
    sortKey: pk,
    projectionType: dynamodb.ProjectionType.ALL,
    ...props.tableCapacity,
  });
  return table;
}
