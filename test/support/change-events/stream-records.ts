import { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item without its keys, in DynamoDB's JSON. */
export type Attributes = Record<string, AttributeValue>;

/** A change of the item of a user. */
export interface ItemChange {
  readonly sub: string;
  readonly before?: Attributes;
  readonly after?: Attributes;
}

export const TABLE_ARN = 'arn:aws:dynamodb:us-east-1:123456789012:table/Profiles';
export const EVENT_BUS_ARN = 'arn:aws:events:us-east-1:123456789012:event-bus/changes';
/** The time of the first record, in seconds since 1970. */
export const FIRST_TIME = 1_795_910_400;

/** The record of a change in the stream of the table, as Lambda gives it to a function. */
export function streamRecord({ sub, before, after }: ItemChange, index: number): Record<string, any> {
  const keys = { pk: { S: 'USERS#ALL' }, sk: { S: `USER#${sub}` } };
  return {
    eventID: String(index),
    eventName: before ? after ? 'MODIFY' : 'REMOVE' : 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    eventSourceARN: `${TABLE_ARN}/stream/2026-11-22T16:00:00.000`,
    dynamodb: {
      ApproximateCreationDateTime: FIRST_TIME + index,
      Keys: keys,
      ...before && { OldImage: { ...keys, ...before } },
      ...after && { NewImage: { ...keys, ...after } },
      SequenceNumber: sequenceNumber(index),
      SizeBytes: 100,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}

/** The sequence number of a record. It has more digits than a double can have. */
export function sequenceNumber(index: number): string {
  return `4421584500000000098${String(index).padStart(10, '0')}`;
}
