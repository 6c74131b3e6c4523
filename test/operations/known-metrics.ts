/** A metric as alarms and dashboards name it. */
export interface NamedMetric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly statistic: string;
}

interface KnownMetric {
  /** The sets of dimensions that AWS publishes the metric for; with another set an alarm is made, and never goes off. */
  readonly dimensions: string[][];
  /** The statistics that say something of it. */
  readonly statistics: string[];
}

const OF_API = [['ApiId'], ['ApiId', 'Stage']];
const OF_FUNCTION = [['FunctionName']];
const OF_TABLE = [['TableName'], ['GlobalSecondaryIndexName', 'TableName']];
const OF_CALL = [['Operation', 'TableName']];
const COUNTED = ['Sum'];
const MEASURED = ['Average', 'Maximum', 'p50', 'p99'];

/**
 * What AWS documents of the metrics that a service has.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
const KNOWN: Record<string, KnownMetric> = {
  'AWS/ApiGateway 4xx': { dimensions: OF_API, statistics: COUNTED },
  'AWS/ApiGateway 5xx': { dimensions: OF_API, statistics: COUNTED },
  'AWS/ApiGateway Count': { dimensions: OF_API, statistics: ['SampleCount'] },
  'AWS/ApiGateway IntegrationLatency': { dimensions: OF_API, statistics: MEASURED },
  'AWS/ApiGateway Latency': { dimensions: OF_API, statistics: MEASURED },
  'AWS/Lambda Invocations': { dimensions: OF_FUNCTION, statistics: COUNTED },
  'AWS/Lambda Errors': { dimensions: OF_FUNCTION, statistics: COUNTED },
  'AWS/Lambda Throttles': { dimensions: OF_FUNCTION, statistics: COUNTED },
  'AWS/Lambda IteratorAge': { dimensions: OF_FUNCTION, statistics: ['Maximum'] },
  'AWS/Lambda Duration': { dimensions: OF_FUNCTION, statistics: MEASURED },
  'AWS/DynamoDB ConsumedReadCapacityUnits': { dimensions: OF_TABLE, statistics: COUNTED },
  'AWS/DynamoDB ConsumedWriteCapacityUnits': { dimensions: OF_TABLE, statistics: COUNTED },
  'AWS/DynamoDB ReadThrottleEvents': { dimensions: OF_TABLE, statistics: COUNTED },
  'AWS/DynamoDB WriteThrottleEvents': { dimensions: OF_TABLE, statistics: COUNTED },
  'AWS/DynamoDB ReadKeyRangeThroughputThrottleEvents': { dimensions: OF_TABLE, statistics: COUNTED },
  'AWS/DynamoDB WriteKeyRangeThroughputThrottleEvents': { dimensions: OF_TABLE, statistics: COUNTED },
  'AWS/DynamoDB ThrottledRequests': { dimensions: OF_CALL, statistics: COUNTED },
  'AWS/DynamoDB SystemErrors': { dimensions: OF_CALL, statistics: COUNTED },
  'AWS/SQS ApproximateNumberOfMessagesVisible': { dimensions: [['QueueName']], statistics: ['Maximum'] },
  'AWS/DynamoDB SuccessfulRequestLatency': { dimensions: OF_CALL, statistics: ['SampleCount', ...MEASURED] },
};

/** Whether AWS publishes a metric with exactly these dimensions, and whether its statistic says something. */
export function isKnown({ namespace, name, dimensions, statistic }: NamedMetric): boolean {
  const known = KNOWN[`${namespace} ${name}`];
  return known !== undefined
    && known.statistics.includes(statistic)
    && known.dimensions.some((set) => set.join() === [...dimensions].sort().join());
}
