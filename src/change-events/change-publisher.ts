import { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue';
import { StreamMapping } from './stream-mapping';
import { Environment } from '../api/environment';
import { HandlerCode } from '../api/handler-code';
import { decryptionThroughDynamoDb, ServiceFunction } from '../api/service-function';
import { Settings } from '../settings';

/** Properties of `ChangePublisher`. */
export interface ChangePublisherProps {
  readonly code: HandlerCode;
  /** The table. It has a stream with new and old images. */
  readonly table: dynamodb.ITable;
  readonly eventBus: events.IEventBus;
  readonly settings: Settings;
}

/** The function that sends an event for each change of a profile, with the queue for the changes that it can't publish. */
export class ChangePublisher extends ServiceFunction {
  public readonly deadLetterQueue: sqs.Queue;

  constructor(scope: Construct, id: string, { code, table, eventBus, settings }: ChangePublisherProps) {
    super(scope, id, {
      handler: 'changes.publish',
      description: 'Sends an event for each profile that was created, updated or erased',
      code: code.handlers,
      settings,
    });
    this.deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue', settings);
    this.function.addEnvironment(Environment.EVENT_BUS, eventBus.eventBusArn);
    this.role.addToPolicy(new iam.PolicyStatement({ actions: ['events:PutEvents'], resources: [eventBus.eventBusArn] }));
    this.grantStream(table);
    this.grantQueue(settings.encryptionKey);
    new StreamMapping(this, 'StreamMapping', {
      target: this.function,
      streamArn: table.tableStreamArn!,
      deadLetterQueue: this.deadLetterQueue,
    });
  }

  /**
   * Grants the role, with which Lambda reads the stream, only what this takes.
   *
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/iam-policy-example-lamda-process-dynamodb-streams.html
   */
  private grantStream(table: dynamodb.ITable): void {
    this.role.addToPolicy(new iam.PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [table.tableStreamArn!],
    }));
    // It lists the streams of a table, so its resource is not a single stream.
    this.role.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [`${table.tableArn}/stream/*`] }));
    if (table.encryptionKey) {
      this.role.addToPolicy(decryptionThroughDynamoDb(table, table.encryptionKey));
    }
  }

  /**
   * Grants the role, with which Lambda sends to the queue, only what this takes.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
   */
  private grantQueue(encryptionKey: kms.IKey | undefined): void {
    this.role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetterQueue.queueArn] }));
    if (encryptionKey) {
      this.role.addToPolicy(new iam.PolicyStatement({
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: [encryptionKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `sqs.${Stack.of(this).region}.amazonaws.com` } },
      }));
    }
  }
}
