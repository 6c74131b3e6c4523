import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Alarms } from './alarms';
import { ServiceMetrics } from './service-metrics';

/** The number of columns in the grid of a CloudWatch dashboard. */
const WIDTH = 24;
const PERCENT: cloudwatch.YAxisProps = { min: 0, label: '%', showUnits: false };
const MILLISECONDS: cloudwatch.YAxisProps = { min: 0, label: 'ms', showUnits: false };
const UNITS_A_SECOND: cloudwatch.YAxisProps = { min: 0, label: 'units/s', showUnits: false };
const COUNT: cloudwatch.YAxisProps = { min: 0, showUnits: false };

/** Properties of `Dashboard`. */
export interface DashboardProps {
  /** The metrics that the graphs show. */
  readonly metrics: ServiceMetrics;

  /**
   * The alarms. The dashboard shows their states, and their thresholds in the graphs.
   *
   * @default - none
   */
  readonly alarms?: Alarms;

  /**
   * The log groups of the functions. The dashboard shows the latest errors in them.
   *
   * @default - no errors are shown
   */
  readonly logGroups?: logs.ILogGroup[];
}

/** The dashboard of the service, in the order of an investigation: user experience, alarm states, functions, table, change events and logs. */
export class Dashboard extends cloudwatch.Dashboard {
  constructor(scope: Construct, id: string, { metrics, alarms, logGroups = [] }: DashboardProps) {
    super(scope, id, {
      widgets: [
        [heading('User experience')],
        userExperience(metrics, alarms),
        ...(alarms ? [[alarmStates(alarms)]] : []),
        [heading('Functions')],
        functions(metrics),
        [heading('Table')],
        tableFailures(metrics, alarms),
        tableLoad(metrics),
        ...changeEvents(metrics, alarms),
        ...(logGroups.length > 0 ? [[heading('Logs')], [latestErrors(logGroups)]] : []),
      ],
    });
  }
}

function userExperience(metrics: ServiceMetrics, alarms?: Alarms): cloudwatch.IWidget[] {
  return row(
    { title: 'Requests', left: [metrics.requests(), metrics.clientErrors(), metrics.errors()], leftYAxis: COUNT },
    { title: 'Server errors', left: [metrics.errorRate()], leftYAxis: PERCENT, leftAnnotations: threshold(alarms?.serverErrors) },
    {
      title: 'Latency',
      left: [
        metrics.latency({ statistic: cloudwatch.Stats.percentile(50), label: 'p50' }),
        metrics.latency({ label: 'p99' }),
        metrics.integrationLatency({ label: 'p99, functions only' }),
      ],
      leftYAxis: MILLISECONDS,
      leftAnnotations: threshold(alarms?.latency),
    },
  );
}

function alarmStates({ all }: Alarms): cloudwatch.IWidget {
  return new cloudwatch.AlarmStatusWidget({
    title: 'Alarms',
    alarms: all,
    width: WIDTH,
    sortBy: cloudwatch.AlarmStatusWidgetSortBy.STATE_UPDATED_TIMESTAMP,
  });
}

function functions(metrics: ServiceMetrics): cloudwatch.IWidget[] {
  return row(
    { title: 'Invocations', left: metrics.functionInvocations(), leftYAxis: COUNT },
    { title: 'Errors (no response)', left: metrics.functionErrors(), leftYAxis: COUNT },
    { title: 'Throttles', left: metrics.functionThrottles(), leftYAxis: COUNT },
    { title: 'Duration, p99', left: metrics.functionDurations(), leftYAxis: MILLISECONDS },
  );
}

function tableFailures(metrics: ServiceMetrics, alarms?: Alarms): cloudwatch.IWidget[] {
  return row(
    { title: 'Throttled requests', left: [metrics.tableThrottleRate()], leftYAxis: PERCENT, leftAnnotations: threshold(alarms?.tableThrottles) },
    { title: 'Throttle events', left: metrics.tableThrottleEvents(), leftYAxis: COUNT },
    { title: 'System errors', left: [metrics.tableSystemErrorRate()], leftYAxis: PERCENT, leftAnnotations: threshold(alarms?.tableSystemErrors) },
  );
}

/** The delay of the change events and the changes without one, if the service sends them. */
function changeEvents(metrics: ServiceMetrics, alarms?: Alarms): cloudwatch.IWidget[][] {
  const delay = metrics.changeEventDelay();
  const deadLetters = metrics.changeEventDeadLetters();
  return delay && deadLetters
    ? [[heading('Change events')], row(
      { title: 'Delay', left: [delay], leftYAxis: MILLISECONDS, leftAnnotations: threshold(alarms?.changeEventDelay) },
      { title: 'Dead letters', left: [deadLetters], leftYAxis: COUNT, leftAnnotations: threshold(alarms?.changeEventDeadLetters) },
    )]
    : [];
}

function tableLoad(metrics: ServiceMetrics): cloudwatch.IWidget[] {
  return row(
    { title: 'Consumed capacity', left: metrics.consumedCapacity(), leftYAxis: UNITS_A_SECOND },
    { title: 'DynamoDB latency, p99', left: metrics.tableLatencies(), leftYAxis: MILLISECONDS },
  );
}

/** The errors that the handlers log, and the reports of Lambda about invocations that end without a response. */
function latestErrors(logGroups: logs.ILogGroup[]): cloudwatch.IWidget {
  return new cloudwatch.LogQueryWidget({
    title: 'Latest errors',
    logGroupNames: logGroups.map((logGroup) => logGroup.logGroupName),
    queryLines: [
      'fields @timestamp, route, status, coalesce(error, record.status) as problem, exception, durationMs,'
        + ' coalesce(requestId, record.requestId) as request, @log',
      'filter level = "ERROR" or (type = "platform.report" and record.status != "success")',
      'sort @timestamp desc',
      'limit 50',
    ],
    width: WIDTH,
    height: 8,
  });
}

function heading(text: string): cloudwatch.IWidget {
  return new cloudwatch.TextWidget({
    markdown: `## ${text}`,
    background: cloudwatch.TextWidgetBackground.TRANSPARENT,
    width: WIDTH,
    height: 1,
  });
}

/** Returns graphs of equal width in one row. */
function row(...graphs: cloudwatch.GraphWidgetProps[]): cloudwatch.IWidget[] {
  return graphs.map((graph) => new cloudwatch.GraphWidget({ width: WIDTH / graphs.length, height: 6, ...graph }));
}

function threshold(alarm?: cloudwatch.Alarm): cloudwatch.HorizontalAnnotation[] {
  return alarm ? [{ ...alarm.toAnnotation(), color: cloudwatch.Color.RED }] : [];
}
