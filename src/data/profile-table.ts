import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** The name of the index whose partition key is `sk` and whose sort key is `pk`. */
export const INVERTED_INDEX = 'sk-pk-index';
/** The name of the Time to Live (TTL) attribute, which only tombstones have. */
export const TIME_TO_LIVE_ATTRIBUTE = 'expires_at';

const PK = { name: 'pk', type: dynamodb.AttributeType.STRING };
const SK = { name: 'sk', type: dynamodb.AttributeType.STRING };

/** The table that stores the profiles, with an inverted index, which swaps the partition key and the sort key. */
export class ProfileTable extends dynamodb.Table {
  constructor(scope: Construct, id: string, settings: Settings) {
    const { accountDeletion, changeEvents, tableCapacity, encryptionKey, removalPolicy } = settings;
    super(scope, id, {
      partitionKey: PK,
      sortKey: SK,
      billingMode: tableCapacity ? dynamodb.BillingMode.PROVISIONED : dynamodb.BillingMode.PAY_PER_REQUEST,
      ...tableCapacity,
      encryption: encryptionKey && dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      timeToLiveAttribute: accountDeletion ? TIME_TO_LIVE_ATTRIBUTE : undefined,
      stream: changeEvents && dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
      removalPolicy,
    });
    this.addGlobalSecondaryIndex({
      indexName: INVERTED_INDEX,
      partitionKey: SK,
      sortKey: PK,
      projectionType: dynamodb.ProjectionType.ALL,
      ...tableCapacity,
    });
  }
}
