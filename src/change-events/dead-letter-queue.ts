import { Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/**
 * The queue for the changes that could not be published.
 *
 * A message has the position of a batch in the stream, and nothing of the items.
 */
export class DeadLetterQueue extends sqs.Queue {
  constructor(scope: Construct, id: string, { encryptionKey }: Settings) {
    super(scope, id, {
      encryption: encryptionKey ? sqs.QueueEncryption.KMS : sqs.QueueEncryption.SQS_MANAGED,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      // The maximum. The stream keeps the records for a day only, but the message still tells which changes have no event.
      retentionPeriod: Duration.days(14),
    });
  }
}
