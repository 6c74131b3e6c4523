import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ServiceMetrics } from './service-metrics';

/** Properties of `Alarms`. */
export interface AlarmsProps {
  /** The metrics that the alarms watch. */
  readonly metrics: ServiceMetrics;
  /** The topic that is notified when an alarm goes off and when it returns to OK. */
  readonly topic: sns.ITopic;
}

/**
 * The alarms for on-call engineers: two for symptoms that users see, and four for their causes.
 *
 * Thresholds are parts of the traffic wherever something fails now and then by itself, so that they fit a service of any size. What keeps
 * a quiet service from alarms over one request is that it takes several periods.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
 */
export class Alarms extends Construct {
  /** Users get errors. */
  public readonly serverErrors: cloudwatch.Alarm;

  /** Users wait. */
  public readonly latency: cloudwatch.Alarm;

  /** Functions crash or run out of time. */
  public readonly functionErrors: cloudwatch.Alarm;

  /** Lambda turns requests away. */
  public readonly functionThrottles: cloudwatch.Alarm;

  /** DynamoDB turns calls away. */
  public readonly tableThrottles: cloudwatch.Alarm;

  /** DynamoDB fails. */
  public readonly tableSystemErrors: cloudwatch.Alarm;

  /** All alarms, symptoms first. */
  public readonly all: cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, { metrics, topic }: AlarmsProps) {
    super(scope, id);
    const fiveMinutes = { period: Duration.minutes(5) };

    this.serverErrors = this.alarm('ServerErrors', {
      alarmDescription: 'Users get errors: too many answers of the API have a status of 500 or above. '
        + 'Look first at the logs of the functions, for lines with level "ERROR": '
        + 'error "unavailable" means that DynamoDB throttled, failed or did not answer; "internal-error" a defect or a wrong deployment. '
        + 'Without such lines, the functions were not reached or gave no answer: look at their errors and throttles.',
      // A minute, to be told soon. A failed request with no other around is 100 %, but of one minute: it takes three.
      metric: metrics.errorRate({ period: Duration.minutes(1) }),
      threshold: 5,
      datapointsToAlarm: 3,
      evaluationPeriods: 5,
    });
    this.latency = this.alarm('Latency', {
      alarmDescription: 'Users wait: one in a hundred requests takes seconds. '
        + 'Look first at the duration of the functions. Where it is long, look at the latency and the throttles of the table: '
        + 'the handlers wait for DynamoDB and try again. Where it is not, the time goes into starting functions, '
        + 'which passes after a deployment or a sudden rise of requests.',
      metric: metrics.latency(fiveMinutes),
      // In milliseconds. Longer than the start of a Python function that compiles a schema, which is no fault; shorter than the 4 s after which the
      // handlers give up a call of DynamoDB, so that it tells before requests fail.
      threshold: 3_000,
      datapointsToAlarm: 3,
      evaluationPeriods: 3,
      // Of fewer than 1,000 requests in a period the slowest one in a hundred are a few, which may well be starts. Below that the state stays as it
      // is; what takes really long is no longer slow but an error, after 10 s.
      evaluateLowSampleCountPercentile: 'ignore',
    });
    this.functionErrors = this.alarm('FunctionErrors', {
      alarmDescription: 'A function repeatedly ends without an answer: it crashes, runs out of time or memory, or does not start. '
        + "The handlers' own answers of 500 and 503 do not count. "
        + 'Look first at which function it is, by the metric Errors of each; then at its log, for lines of type "platform.report" whose '
        + 'record.status is not "success", and at what is above them. If it began with a deployment, roll that back.',
      metric: metrics.totalFunctionErrors(fiveMinutes),
      // No part of the traffic, because the handlers never do this: they answer every exception, and within 10 s of the 15 s that they have. A part
      // would also hide a method that always fails, but is used seldom. AWS itself loses one now and then, hence two; in an hour, for the seldom used.
      threshold: 1,
      datapointsToAlarm: 2,
      evaluationPeriods: 12,
    });
    this.functionThrottles = this.alarm('FunctionThrottles', {
      alarmDescription: 'Lambda turns requests away, and users get errors. '
        + 'Look first at the metric ConcurrentExecutions of the whole account and region against its quota (Service Quotas, AWS Lambda): '
        + 'other functions may take it all. Have the quota raised, or reserve concurrency for the functions of this service.',
      metric: metrics.functionThrottleRate(fiveMinutes),
      // Nobody tries again for the user. A sudden rise, for which Lambda needs moments to make room, is over within two periods.
      threshold: 1,
      datapointsToAlarm: 2,
      evaluationPeriods: 3,
    });
    // Both in parts of the calls made at the same time, of which there are some while anybody uses the service: alarms on metrics of DynamoDB that
    // are missing while nothing fails may stay on, whatever is said of missing data.
    this.tableThrottles = this.alarm('TableThrottles', {
      alarmDescription: 'DynamoDB throttles calls on the table: requests get slower, and fail with 503 once three attempts are used up. '
        + 'Look first at which throttle events there are, reads or writes, of the table or of its index sk-pk-index, for want of whose '
        + 'capacity writes are throttled too. KeyRangeThroughput events: one partition is too hot, by too few userPartitions or by one user who sends very much. '
        + 'Others: raise the capacity of table and index, or of an on-demand table its maximum or the quota of the account.',
      metric: metrics.tableThrottleRate(fiveMinutes),
      // The handlers try again, and tables grow and split hot partitions by themselves. What lasts a quarter of an hour, they don't grow out of.
      threshold: 1,
      datapointsToAlarm: 3,
      evaluationPeriods: 3,
    });
    this.tableSystemErrors = this.alarm('TableSystemErrors', {
      alarmDescription: 'DynamoDB itself fails: calls on the table end with a 5xx status, requests get slower, and fail with 503. '
        + 'Look first at the AWS Health Dashboard, for DynamoDB in this region. If there is nothing, open a case with AWS Support. '
        + 'Nothing of this service needs to be changed.',
      metric: metrics.tableSystemErrorRate(fiveMinutes),
      // Single calls always fail, and the handlers make up for them. Nobody here can mend it, so this one only has to tell the cause, surely; that
      // users get errors is told sooner.
      threshold: 1,
      datapointsToAlarm: 3,
      evaluationPeriods: 3,
    });

    this.all = [
      this.serverErrors, this.latency, this.functionErrors, this.functionThrottles, this.tableThrottles, this.tableSystemErrors,
    ];
    for (const alarm of this.all) {
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
  }

  private alarm(id: string, props: cloudwatch.AlarmProps): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, id, {
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Most metrics are missing while nobody uses the service.
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      ...props,
    });
  }
}
