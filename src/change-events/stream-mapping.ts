import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** A call of EventBridge takes 10 events. */
const BATCH_SIZE = 10;

/**
 * How old a change can get before Lambda gives it up.
 *
 * The stream keeps it for 24 hours, so this leaves 12 hours to read it by the position that the message in the dead-letter queue has.
 */
const MAX_RECORD_AGE = Duration.hours(12);

/** Properties of `StreamMapping`. */
export interface StreamMappingProps {
  readonly target: lambda.IFunction;
  readonly streamArn: string;
  readonly deadLetterQueue: sqs.IQueue;
}

/**
 * Invokes a function with the changes of the profiles in a table's stream, in order for each profile, and again until they are published.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export class StreamMapping extends lambda.EventSourceMapping {
  constructor(scope: Construct, id: string, { target, streamArn, deadLetterQueue }: StreamMappingProps) {
    super(scope, id, {
      target,
      eventSourceArn: streamArn,
      // Not LATEST, which can miss changes while Lambda creates or updates the mapping.
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: BATCH_SIZE,
      parallelizationFactor: 1,
      // Not by what an item contains: a filter on an attribute that some items lack could leave out too much.
      filters: [lambda.FilterCriteria.filter({
        dynamodb: { Keys: { pk: { S: lambda.FilterRule.beginsWith('USERS#') }, sk: { S: lambda.FilterRule.beginsWith('USER#') } } },
      })],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      maxRecordAge: MAX_RECORD_AGE,
      // Not `SqsDlq`, which also grants the function actions that Lambda does not use.
      onFailure: { bind: () => ({ destination: deadLetterQueue.queueArn }) },
    });
  }
}
