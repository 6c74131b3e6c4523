import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';

/** The calls of DynamoDB that the handlers make. */
const OPERATIONS = ['GetItem', 'UpdateItem', 'DeleteItem'];
/** Each write of the table is one of this index as well. A table that the app brings may do without. */
const INDEX = 'sk-pk-index';

/** Metrics by what an expression calls them. */
type MetricsById = Record<string, cloudwatch.IMetric>;

/**
 * The metrics of the whole service: of the API, of its functions together, and of the calls that they make on the table.
 *
 * Where something else uses the table as well, the calls that it makes count too: DynamoDB does not tell callers apart.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
 */
export class ServiceMetrics {
  constructor(
    private readonly httpApi: apigwv2.IHttpApi,
    private readonly functions: lambda.IFunction[],
    private readonly table: dynamodb.ITable,
  ) {}

  // The API

  /**
   * How many requests the API got.
   *
   * @default - sample count over 5 minutes
   */
  public requests(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricCount({ label: 'Requests', ...props });
  }

  /**
   * How many of them were the client's fault, those with a status of 400 to 499: also without a valid token, and throttled by the API.
   *
   * @default - sum over 5 minutes
   */
  public clientErrors(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricClientError({ label: 'Client errors (4xx)', ...props });
  }

  /**
   * How many of them the service failed to answer, those with a status of 500 and above.
   *
   * @default - sum over 5 minutes
   */
  public errors(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricServerError({ label: 'Server errors (5xx)', ...props });
  }

  /**
   * The part of the requests that the service failed to answer, in percent.
   *
   * @default - over 5 minutes
   */
  public errorRate(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    return percentage({ errors: this.errors() }, { requests: this.requests() }, { label: 'Server errors, % of requests', ...props });
  }

  /**
   * The time from a request to its answer, as seen by the API, in milliseconds.
   *
   * @default - 99th percentile over 5 minutes
   */
  public latency(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricLatency({ statistic: cloudwatch.Stats.percentile(99), ...props });
  }

  /**
   * The part of it that the functions take, in milliseconds, with their start-up.
   *
   * @default - 99th percentile over 5 minutes
   */
  public integrationLatency(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.httpApi.metricIntegrationLatency({ statistic: cloudwatch.Stats.percentile(99), ...props });
  }

  // The functions

  /**
   * How often each function ran.
   *
   * @default - sum over 5 minutes
   */
  public functionInvocations(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.functions.map((fn) => fn.metricInvocations(props));
  }

  /**
   * How often each function ended without an answer. An answer of 500 is one.
   *
   * @default - sum over 5 minutes
   */
  public functionErrors(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.functions.map((fn) => fn.metricErrors(props));
  }

  /**
   * How often Lambda turned a request for each function away.
   *
   * @default - sum over 5 minutes
   */
  public functionThrottles(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.functions.map((fn) => fn.metricThrottles(props));
  }

  /**
   * How long each function ran, in milliseconds, without its start-up.
   *
   * @default - 99th percentile over 5 minutes
   */
  public functionDurations(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return this.functions.map((fn) => fn.metricDuration({ statistic: cloudwatch.Stats.percentile(99), ...props }));
  }

  /**
   * How often the functions together ended without an answer.
   *
   * @default - sum over 5 minutes
   */
  public totalFunctionErrors(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    const errors = numbered('errors', this.functionErrors());
    return new cloudwatch.MathExpression({ expression: sum(errors), usingMetrics: errors, label: 'Function errors', ...props });
  }

  /**
   * The part of the requests for the functions that Lambda turned away, in percent.
   *
   * @default - over 5 minutes
   */
  public functionThrottleRate(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    const throttles = numbered('throttles', this.functionThrottles());
    // A request that is turned away is no invocation.
    const all = { ...throttles, ...numbered('invocations', this.functionInvocations()) };
    return percentage(throttles, all, { label: 'Function throttles, % of requests', ...props });
  }

  // The table

  /**
   * The part of the calls on the table that DynamoDB throttled, in percent. A write is throttled for want of capacity of the index as well.
   *
   * @default - over 5 minutes
   */
  public tableThrottleRate(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    return this.tableFailureRate('throttled', 'ThrottledRequests', { label: 'Throttled, % of calls', ...props });
  }

  /**
   * The part of the calls on the table that failed by DynamoDB's own fault, in percent.
   *
   * @default - over 5 minutes
   */
  public tableSystemErrorRate(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    return this.tableFailureRate('failed', 'SystemErrors', { label: 'System errors, % of calls', ...props });
  }

  /**
   * Where DynamoDB throttled, table or index, and how many of these events were for one partition that is too hot.
   *
   * @default - sums over 5 minutes
   */
  public tableThrottleEvents(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    const index = { GlobalSecondaryIndexName: INDEX };
    return [
      this.tableMetric('ReadThrottleEvents', {}, { label: 'Reads', ...props }),
      this.tableMetric('WriteThrottleEvents', {}, { label: 'Writes', ...props }),
      this.tableMetric('WriteThrottleEvents', index, { label: 'Writes of the index', ...props }),
      this.tableMetric('ReadKeyRangeThroughputThrottleEvents', {}, { label: 'Reads, by one hot partition', ...props }),
      this.tableMetric('WriteKeyRangeThroughputThrottleEvents', {}, { label: 'Writes, by one hot partition', ...props }),
      this.tableMetric('WriteKeyRangeThroughputThrottleEvents', index, { label: 'Writes of the index, by one hot partition', ...props }),
    ];
  }

  /**
   * The capacity that all use of the table takes, in units a second.
   *
   * @default - averages over 5 minutes
   */
  public consumedCapacity(props?: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression[] {
    const consumed: [string, string, cloudwatch.Metric][] = [
      ['reads', 'Reads', this.tableMetric('ConsumedReadCapacityUnits')],
      ['writes', 'Writes', this.tableMetric('ConsumedWriteCapacityUnits')],
      ['indexWrites', 'Writes of the index', this.tableMetric('ConsumedWriteCapacityUnits', { GlobalSecondaryIndexName: INDEX })],
    ];
    return consumed.map(([id, label, metric]) => (
      new cloudwatch.MathExpression({ expression: `${id} / PERIOD(${id})`, usingMetrics: { [id]: metric }, label, ...props })
    ));
  }

  /**
   * How long DynamoDB took for each of the calls that succeeded, in milliseconds, without the network.
   *
   * @default - 99th percentiles over 5 minutes
   */
  public tableLatencies(props?: cloudwatch.MetricOptions): cloudwatch.Metric[] {
    return OPERATIONS.map((operation) => (
      this.tableMetric('SuccessfulRequestLatency', { Operation: operation }, {
        statistic: cloudwatch.Stats.percentile(99), label: operation, ...props,
      })
    ));
  }

  private tableFailureRate(prefix: string, metricName: string, props: cloudwatch.MathExpressionOptions): cloudwatch.MathExpression {
    const failed = this.tableCalls(prefix, metricName, cloudwatch.Stats.SUM);
    // DynamoDB counts calls only by the latencies of those that succeeded.
    const succeeded = this.tableCalls('succeeded', 'SuccessfulRequestLatency', cloudwatch.Stats.SAMPLE_COUNT);
    return percentage(failed, { ...failed, ...succeeded }, props);
  }

  private tableCalls(prefix: string, metricName: string, statistic: string): MetricsById {
    return Object.fromEntries(OPERATIONS.map((operation) => (
      [`${prefix}${operation}`, this.tableMetric(metricName, { Operation: operation }, { statistic })]
    )));
  }

  /** Made by hand, because the table's own methods know no index, and some of them are not there for every kind of table. */
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
 * How much some metrics are of others, in percent. It has no value while the others are 0.
 *
 * Operators take a missing value for 0, and most of these metrics are missing while there is nothing to count; they drop a division by 0.
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

function sum(metrics: MetricsById): string {
  return Object.keys(metrics).join(' + ');
}

function numbered(name: string, metrics: cloudwatch.IMetric[]): MetricsById {
  return Object.fromEntries(metrics.map((metric, i) => [`${name}${i}`, metric]));
}
