import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ServiceMetrics } from './service-metrics';

/** Properties of `Alarms`. */
export interface AlarmsProps {
  /** The metrics that the alarms monitor. */
  readonly metrics: ServiceMetrics;
  /** The topic that is notified when an alarm goes to the ALARM state and when it returns to OK. */
  readonly topic: sns.ITopic;
}

/**
 * The alarms for on-call engineers: two for symptoms that affect users, and the others for causes.
 *
 * Where occasional failures are normal, the threshold is a percentage of the traffic, so that it fits a service of any size. Each alarm
 * requires several breaching periods, so that a single failed request of a service with little traffic causes no alarm.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
 */
export class Alarms extends Construct {
  /** The API returns server errors. */
  public readonly serverErrors: cloudwatch.Alarm;

  /** The API is slow. */
  public readonly latency: cloudwatch.Alarm;

  /** Functions fail or time out. */
  public readonly functionErrors: cloudwatch.Alarm;

  /** Functions that only some services have fail or time out. Undefined without such functions. */
  public readonly otherFunctionErrors?: cloudwatch.Alarm;

  /** Lambda throttles the functions. */
  public readonly functionThrottles: cloudwatch.Alarm;

  /** DynamoDB throttles requests. */
  public readonly tableThrottles: cloudwatch.Alarm;

  /** DynamoDB returns system errors. */
  public readonly tableSystemErrors: cloudwatch.Alarm;

  /** Change events are late. Undefined without change events. */
  public readonly changeEventDelay?: cloudwatch.Alarm;

  /** Changes have no event. Undefined without change events. */
  public readonly changeEventDeadLetters?: cloudwatch.Alarm;

  /** All alarms, symptoms first. */
  public readonly all: cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, { metrics, topic }: AlarmsProps) {
    super(scope, id);
    const fiveMinutes = { period: Duration.minutes(5) };

    this.serverErrors = this.alarm('ServerErrors', {
      alarmDescription: 'Users get errors: too many responses of the API have a 5xx status. '
        + 'Look first at the logs of the functions, for lines with level "ERROR". '
        + 'The error "unavailable" means that DynamoDB throttled the request, failed or did not respond. '
        + 'The error "internal-error" means a defect or an incorrect deployment. '
        + 'If there are no such lines, the functions were not invoked or did not respond: check their errors and throttles. '
        + 'The metric might not include errors that API Gateway itself causes.',
      // A period of one minute, to detect errors quickly. A single failed request can be 100% of one minute, so three periods are required.
      metric: metrics.errorRate({ period: Duration.minutes(1) }),
      threshold: 5,
      datapointsToAlarm: 3,
      evaluationPeriods: 5,
    });
    this.latency = this.alarm('Latency', {
      alarmDescription: 'The API is slow: 1% of the requests take 3 seconds or longer. '
        + 'Look first at the duration of the functions. If the duration is long, check the latency and the throttles of the table, '
        + 'because the handlers wait for DynamoDB and retry. If it is not, cold starts cause the latency. '
        + 'Cold starts decrease some time after a deployment or a sudden increase of requests. '
        + 'With fewer than 1,000 requests in the evaluation period, the alarm keeps its state.',
      metric: metrics.latency(fiveMinutes),
      // In milliseconds. Longer than the cold start of a Python function that compiles a schema, which is normal. Shorter than the timeout of
      // 4 s for a DynamoDB request, so that the alarm goes off before requests fail.
      threshold: 3_000,
      datapointsToAlarm: 3,
      evaluationPeriods: 3,
      // With fewer than 1,000 requests in the evaluation period, a few cold starts can determine the percentile, so the alarm keeps its state:
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
      // Requests that take longer than 10 s return an error, which another alarm detects.
      evaluateLowSampleCountPercentile: 'ignore',
    });
    this.functionErrors = this.functionErrorsAlarm('FunctionErrors', 'A function', metrics.totalFunctionErrors(fiveMinutes));
    const otherFunctionErrors = metrics.otherFunctionErrors(fiveMinutes);
    this.otherFunctionErrors = otherFunctionErrors
      && this.functionErrorsAlarm('OtherFunctionErrors', 'A function of the administrators, of the account deletion or of the change events', otherFunctionErrors);
    this.functionThrottles = this.alarm('FunctionThrottles', {
      alarmDescription: 'Lambda throttles the functions, and users get errors. '
        + 'Look first at the ConcurrentExecutions metric of the account and Region, and compare it with the quota (Service Quotas, AWS Lambda): '
        + 'other functions might use all of the concurrency. Request a quota increase, or reserve concurrency for the functions of this service.',
      metric: metrics.functionThrottleRate(fiveMinutes),
      // Throttled requests are not retried. After a sudden increase, Lambda scales up in less than two periods.
      threshold: 1,
      datapointsToAlarm: 2,
      evaluationPeriods: 3,
    });
    // Both as a percentage of all requests, because DynamoDB publishes no data points for these metrics while nothing fails: an alarm on such a
    // metric alone can stay in the ALARM state, regardless of how it treats missing data.
    this.tableThrottles = this.alarm('TableThrottles', {
      alarmDescription: 'DynamoDB throttles requests to the table: API requests get slower, and fail with the status 503 after three attempts. '
        + 'Look first at the throttle events of reads and writes, for the table and for its index sk-pk-index. '
        + 'Insufficient capacity of the index also throttles writes to the table. '
        + 'KeyRangeThroughput events mean a hot partition: userPartitions is too low, or one user sends very many requests. '
        + 'For other events, increase the capacity of the table and the index. '
        + 'For an on-demand table, increase its maximum throughput or the quota of the account.',
      metric: metrics.tableThrottleRate(fiveMinutes),
      // The handlers retry, and DynamoDB scales tables and splits hot partitions. Throttling for 15 minutes means that this is not sufficient.
      threshold: 1,
      datapointsToAlarm: 3,
      evaluationPeriods: 3,
    });
    this.tableSystemErrors = this.alarm('TableSystemErrors', {
      alarmDescription: 'DynamoDB returns system errors: requests to the table fail with a 5xx status. API requests get slower, and fail with the status 503. '
        + 'Look first at the AWS Health Dashboard, for DynamoDB in this Region. If it shows no event, open a case with AWS Support. '
        + 'No change to this service is required.',
      metric: metrics.tableSystemErrorRate(fiveMinutes),
      // Occasional errors are normal, and the handlers retry. This alarm identifies the cause; the ServerErrors alarm detects the effect on users
      // sooner.
      threshold: 1,
      datapointsToAlarm: 3,
      evaluationPeriods: 3,
    });

    const delay = metrics.changeEventDelay(fiveMinutes);
    this.changeEventDelay = delay && this.alarm('ChangeEventDelay', {
      alarmDescription: 'Change events are late: changes of profiles are published 5 minutes after they happened, or later. '
        + 'Look first at the log of the function that publishes them, for lines with the event "publish-failed". '
        + 'The error is that of EventBridge: "AccessDeniedException" means that the policy of the event bus or of the role does not allow events, '
        + '"ThrottlingException" that the quota of PutEvents is reached, and "no-response" that EventBridge did not respond. '
        + 'Without such lines, check the errors and throttles of the function. '
        + 'After 12 hours, Lambda gives the changes up and sends their position to the dead-letter queue.',
      metric: delay,
      // In milliseconds. Normally less than 10 s. Lambda waits longer from attempt to attempt, so a period may have none.
      threshold: 300_000,
      datapointsToAlarm: 2,
      evaluationPeriods: 3,
    });
    const deadLetters = metrics.changeEventDeadLetters(fiveMinutes);
    this.changeEventDeadLetters = deadLetters && this.alarm('ChangeEventDeadLetters', {
      alarmDescription: 'Changes of profiles have no event: Lambda could not publish them for 12 hours. '
        + 'Look first at the messages in the dead-letter queue: each has the position of up to 10 changes in the stream of the table, which keeps '
        + 'them for another 12 hours. Then follow the runbook. The alarm is over when the queue is empty.',
      metric: deadLetters,
      // Each message is a loss.
      threshold: 1,
      datapointsToAlarm: 1,
      evaluationPeriods: 1,
    });

    this.all = [
      this.serverErrors, this.latency, this.functionErrors, this.functionThrottles, this.tableThrottles, this.tableSystemErrors,
      ...[this.otherFunctionErrors, this.changeEventDelay, this.changeEventDeadLetters].filter((alarm) => alarm !== undefined),
    ];
    for (const alarm of this.all) {
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
  }

  private functionErrorsAlarm(id: string, subject: string, metric: cloudwatch.IMetric): cloudwatch.Alarm {
    return this.alarm(id, {
      alarmDescription: `${subject} repeatedly ends without a response: it crashes, times out, runs out of memory, or does not start. `
        + 'Responses of the handlers with the status 500 or 503 are not included. '
        + 'Look first at the Errors metric of each function to identify the function. Then search its logs for lines of type "platform.report" '
        + 'whose record.status is not "success", and check the lines before them. If the errors started with a deployment, roll it back.',
      metric,
      // Not a percentage, because these errors are never normal: the handlers respond to every exception, within 10 s of their timeout of 15 s.
      // A percentage would also hide an operation that always fails but is seldom used. Two in an hour, because Lambda itself sometimes fails.
      threshold: 1,
      datapointsToAlarm: 2,
      evaluationPeriods: 12,
    });
  }

  private alarm(id: string, props: cloudwatch.AlarmProps): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, id, {
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Most metrics have no data points without traffic.
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      ...props,
    });
  }
}
