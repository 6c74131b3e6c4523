/**
 * The part of the events of a DynamoDB stream that the handler reads.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export interface StreamEvent {
  /** In the order of the stream. */
  readonly Records: readonly StreamRecord[];
}

/** A record of a change of an item. */
export interface StreamRecord {
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly Keys: Item;
    /** The item before the change, if there was one. */
    readonly OldImage?: Item;
    /** The item after the change, if there is one. */
    readonly NewImage?: Item;
    readonly StreamViewType: string;
    readonly SequenceNumber: string;
    /** In seconds since 1970. */
    readonly ApproximateCreationDateTime: number;
  };
}

/** An attribute in DynamoDB's JSON. Only strings are read. */
export interface AttributeValue {
  readonly S?: string;
}

export type Item = Readonly<Record<string, AttributeValue | undefined>>;

/**
 * The response by which Lambda sends the records again, from the first that failed.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}
