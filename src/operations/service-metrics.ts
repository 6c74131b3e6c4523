import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { INVERTED_INDEX } from '../data/profile-table';

/** What publishes the changes of profiles. */
export interface ChangeEvents {
  readonly function: lambda.IFunction;
  readonly deadLetterQueue: sqs.IQueue;
}

/** What the metrics are of. */
export interface ServiceMetricsProps {
  readonly httpApi: apigwv2.IHttpApi;
  /** The functions of the signed-in user's profile, which every service has. */
  readonly functions: lambda.IFunction[];
  /**
   * The functions that only some services have.
   *
   * @default - none
   */
  readonly otherFunctions?: lambda.IFunction[];
  readonly table: dynamodb.ITable;
  /** The DynamoDB operations that the functions call. An alarm can have two metrics of each of up to five. */
  readonly tableOperations: string[];
  /**
   * What publishes the changes of profiles. Its function is one of the others.
   *
   * @default - none
   */
  readonly changeEvents?: ChangeEvents;
}

/** Metrics by their IDs in a metric math expression. */
type MetricsById = Record<string, cloudwatch.IMetric>;

/**
 * Metrics of the service: of the API, of its functions, and of the requests to the table.
 *
 * Requests from other clients of the table are included, because the DynamoDB metrics don't distinguish clients. If an existing table has no
 * such index, the metrics of the index have no data.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export class ServiceMetrics {
  private readonly httpApi: apigwv2.IHttpApi;
  private readonly functions: lambda.IFunction[];
  private readonly otherFunctions: lambda.IFunction[];
  private readonly table: dynamodb.ITable;
  private readonly tableOperations: string[];
  private readonly changeEvents?: ChangeEvents;

  constructor({ httpApi, functions, otherFunctions = [], table, tableOperations, changeEvents }: ServiceMetricsProps) {
    this.httpApi = httpApi;
    this.functions = functions;
    this.otherFunctions = otherFunctions;
    this.table = table;
    this.tableOperations = tableOperations;
    this.changeEvents = changeEvents;
  }

  // The API

  /**
   * The number of requests to the API.
   *
   * @default - sample count over 5 minutes
   */
  public requests(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricCount({ label: 'Requests', ...props });
  }

  /**
   * The number of responses with a 4xx status, including those to requests without a valid token and to throttled requests.
   *
   * @default - sum over 5 minutes
   */
  public clientErrors(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricClientError({ label: 'Client errors (4xx)', ...props });
  }

  /**
   * The number of responses with a 5xx status.
   *
   * @default - sum over 5 minutes
   */
  public errors(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricServerError({ label: 'Server errors (5xx)', ...props });
  }

  /**
   * The responses with a 5xx status, in percent of all requests.
   *
   * @default - over 5 minutes
   */
  public errorRate(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    return percentage({ errors: this.errors() }, { requests: this.requests() }, { label: 'Server errors, % of requests', ...props });
  }

  /**
   * The time between a request and its response at the API, in milliseconds.
   *
   * @default - 99th percentile over 5 minutes
   */
  public latency(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricLatency({ statistic: cloudwatch.Stats.percentile(99), ...props });
  }

  /**
   * The time that the functions take, including cold starts, in milliseconds.
   *
   * @default - 99th percentile over 5 minutes
   */
  public integrationLatency(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricIntegrationLatency({ statistic: cloudwatch.Stats.percentile(99), ...props });
  }

  // The functions

  /**
   * The number of invocations of each function.
   *
   * @default - sum over 5 minutes
   */
  public functionInvocations(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.allFunctions.map((fn) => fn.metricInvocations(props));
  }

  /**
   * The number of invocations of each function that end without a response. A 500 response does not count.
   *
   * @default - sum over 5 minutes
   */
  public functionErrors(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.allFunctions.map((fn) => fn.metricErrors(props));
  }

  /**
   * The number of requests to each function that Lambda throttles.
   *
   * @default - sum over 5 minutes
   */
  public functionThrottles(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.allFunctions.map((fn) => fn.metricThrottles(props));
  }

  /**
   * The duration of each function without cold starts, in milliseconds.
   *
   * @default - 99th percentile over 5 minutes
   */
  public functionDurations(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.allFunctions.map((fn) => fn.metricDuration({ statistic: cloudwatch.Stats.percentile(99), ...props }));
  }

  /**
   * The number of invocations of the functions of the user's profile that end without a response.
   *
   * @default - sum over 5 minutes
   */
  public totalFunctionErrors(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    return totalErrors(this.functions, { label: 'Function errors', ...props });
  }

  /**
   * The number of invocations of the other functions that end without a response. Undefined if there are none.
   *
   * Not part of the metric above, because an alarm can have ten metrics only.
   *
   * @default - sum over 5 minutes
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html
   */
  public otherFunctionErrors(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression | undefined {
    return this.otherFunctions.length === 0 ? undefined : totalErrors(this.otherFunctions, { label: 'Errors of other functions', ...props });
  }

  /**
   * The requests that Lambda throttles, in percent of all requests to the functions of the user's profile.
   *
   * Without the other functions, because an alarm can have ten metrics only. All functions share the concurrency of the account.
   *
   * @default - over 5 minutes
   */
  public functionThrottleRate(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    const throttles = numbered('throttles', this.functions.map((fn) => fn.metricThrottles()));
    // A throttled request is not an invocation.
    const all = { ...throttles, ...numbered('invocations', this.functions.map((fn) => fn.metricInvocations())) };
    return percentage(throttles, all, { label: 'Function throttles, % of requests', ...props });
  }

  // The table

  /**
   * The requests to the table that DynamoDB throttles, in percent of all requests. Insufficient capacity of the index also throttles writes.
   *
   * @default - over 5 minutes
   */
  public tableThrottleRate(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    return this.tableFailureRate('throttled', 'ThrottledRequests', { label: 'Throttled, % of requests', ...props });
  }

  /**
   * The requests to the table that fail with a system error of DynamoDB, in percent of all requests.
   *
   * @default - over 5 minutes
   */
  public tableSystemErrorRate(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    return this.tableFailureRate('failed', 'SystemErrors', { label: 'System errors, % of requests', ...props });
  }

  /**
   * The throttle events of the table and of its index, and the number of them that a hot partition causes.
   *
   * @default - sums over 5 minutes
   */
  public tableThrottleEvents(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    const index = { GlobalSecondaryIndexName: INVERTED_INDEX };
    return [
      this.tableMetric('ReadThrottleEvents', {}, { label: 'Reads', ...props }),
      this.tableMetric('WriteThrottleEvents', {}, { label: 'Writes', ...props }),
      this.tableMetric('WriteThrottleEvents', index, { label: 'Index writes', ...props }),
      this.tableMetric('ReadKeyRangeThroughputThrottleEvents', {}, { label: 'Reads, hot partition', ...props }),
      this.tableMetric('WriteKeyRangeThroughputThrottleEvents', {}, { label: 'Writes, hot partition', ...props }),
      this.tableMetric('WriteKeyRangeThroughputThrottleEvents', index, { label: 'Index writes, hot partition', ...props }),
    ];
  }

  /**
   * The consumed capacity of the table and of its index, in units per second.
   *
   * @default - averages over 5 minutes
   */
  public consumedCapacity(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression[] {
    const consumed: [string, string, cloudwatch.Metric][] = [
      ['reads', 'Reads', this.tableMetric('ConsumedReadCapacityUnits')],
      ['writes', 'Writes', this.tableMetric('ConsumedWriteCapacityUnits')],
      ['indexWrites', 'Index writes', this.tableMetric('ConsumedWriteCapacityUnits', { GlobalSecondaryIndexName: INVERTED_INDEX })],
    ];
    return consumed.map(([id, label, metric]) => (
      new cloudwatch.MathExpression({ expression: `${id} / PERIOD(${id})`, usingMetrics: { [id]: metric }, label, ...props })
    ));
  }

  /**
   * The latency of successful requests within DynamoDB by operation, in milliseconds, without network latency.
   *
   * @default - 99th percentiles over 5 minutes
   */
  public tableLatencies(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.tableOperations.map((operation) => (
      this.tableMetric('SuccessfulRequestLatency', { Operation: operation }, {
        statistic: cloudwatch.Stats.percentile(99), label: operation, ...props,
      })
    ));
  }

  // The change events

  /**
   * The age of the changes when the function that publishes them gets them, in milliseconds. Undefined without change events.
   *
   * @default - maximum over 5 minutes
   */
  public changeEventDelay(props?: cloudwatch.MetricOptions): cloudwatch.Metric | undefined {
    return this.changeEvents?.function.metric('IteratorAge', { statistic: cloudwatch.Stats.MAXIMUM, ...props });
  }

  /**
   * The number of messages in the dead-letter queue of the changes. Undefined without change events.
   *
   * @default - maximum over 5 minutes
   */
  public changeEventDeadLetters(props?: cloudwatch.MetricOptions): cloudwatch.Metric | undefined {
    return this.changeEvents?.deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: cloudwatch.Stats.MAXIMUM, ...props });
  }

  private get allFunctions(): lambda.IFunction[] {
    return [...this.functions, ...this.otherFunctions];
  }

  private tableFailureRate(prefix: string, metricName: string, props: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    const failed = this.tableCalls(prefix, metricName, cloudwatch.Stats.SUM);
    // DynamoDB has no request count. The sample count of the latency is the number of successful requests.
    const succeeded = this.tableCalls('succeeded', 'SuccessfulRequestLatency', cloudwatch.Stats.SAMPLE_COUNT);
    return percentage(failed, { ...failed, ...succeeded }, props);
  }

  private tableCalls(prefix: string, metricName: string, statistic: string): MetricsById {
    return Object.fromEntries(this.tableOperations.map((operation) => (
      [`${prefix}${operation}`, this.tableMetric(metricName, { Operation: operation }, { statistic })]
    )));
  }

  /** Used instead of the methods of the table, which don't cover indexes and differ between table types. */
  private tableMetric(metricName: string, dimensions: cloudwatch.DimensionsMap = {}, props: cloudwatch.MetricOptions = {}): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: this.table.tableName, ...dimensions },
      statistic: cloudwatch.Stats.SUM,
      ...props,
    });
  }
}

/**
 * Returns a sum of metrics in percent of another sum. Has no value while the other sum is 0.
 *
 * Metric math treats missing values as 0 (most of these metrics have no values without traffic), and returns no value for a division by 0.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
function percentage(part: MetricsById, whole: MetricsById, props: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
  return new cloudwatch.MathExpression({
    expression: `100 * (${sum(part)}) / (${sum(whole)})`,
    usingMetrics: { ...part, ...whole },
    ...props,
  });
}

function totalErrors(functions: lambda.IFunction[], props: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
  const errors = numbered('errors', functions.map((fn) => fn.metricErrors()));
  return new cloudwatch.MathExpression({ expression: sum(errors), usingMetrics: errors, ...props });
}

function sum(metrics: MetricsById): string {
  return Object.keys(metrics).join(' + ');
}

function numbered(name: string, metrics: cloudwatch.IMetric[]): MetricsById {
  return Object.fromEntries(metrics.map((metric, i) => [`${name}${i}`, metric]));
}
