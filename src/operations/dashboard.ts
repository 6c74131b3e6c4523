import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Alarms } from './alarms';
import { ServiceMetrics } from './service-metrics';

/** The columns of CloudWatch's grid. */
const WIDTH = 24;
const PERCENT: cloudwatch.YAxisProps = { min: 0, label: '%', showUnits: false };
const MILLISECONDS: cloudwatch.YAxisProps = { min: 0, label: 'ms', showUnits: false };
const UNITS_A_SECOND: cloudwatch.YAxisProps = { min: 0, label: 'units/s', showUnits: false };
const COUNT: cloudwatch.YAxisProps = { min: 0, showUnits: false };

/** Properties of `Dashboard`. */
export interface DashboardProps {
  /** What the graphs show. */
  readonly metrics: ServiceMetrics;

  /**
   * Alarms of which the state is shown, and in the graphs the thresholds.
   *
   * @default - none
   */
  readonly alarms?: Alarms;

  /**
   * The log groups of the functions, of which the latest errors are shown.
   *
   * @default - no errors are shown
   */
  readonly logGroups?: logs.ILogGroup[];
}

/** The service on one page, to be read from the top: what users see, which alarms are on, and down to the cause. */
export class Dashboard extends cloudwatch.Dashboard {
  constructor(scope: Construct, id: string, { metrics, alarms, logGroups = [] }: DashboardProps) {
    super(scope, id, {
      widgets: [
        [heading('What users see')],
        whatUsersSee(metrics, alarms),
        ...(alarms ? [[alarmStates(alarms)]] : []),
        [heading('Functions')],
        functions(metrics),
        [heading('Table')],
        failuresOfTable(metrics, alarms),
        loadOfTable(metrics),
        ...(logGroups.length > 0 ? [[heading('Logs')], [latestErrors(logGroups)]] : []),
      ],
    });
  }
}

function whatUsersSee(metrics: ServiceMetrics, alarms?: Alarms): cloudwatch.IWidget[] {
  return row(
    { title: 'Requests', left: [metrics.requests(), metrics.clientErrors(), metrics.errors()], leftYAxis: COUNT },
    { title: 'Server errors', left: [metrics.errorRate()], leftYAxis: PERCENT, leftAnnotations: threshold(alarms?.serverErrors) },
    {
      title: 'Latency',
      left: [
        metrics.latency({ statistic: cloudwatch.Stats.percentile(50), label: 'p50' }),
        metrics.latency({ label: 'p99' }),
        metrics.integrationLatency({ label: 'p99, of which functions' }),
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
    { title: 'Errors: no answer', left: metrics.functionErrors(), leftYAxis: COUNT },
    { title: 'Throttles', left: metrics.functionThrottles(), leftYAxis: COUNT },
    { title: 'Duration, p99', left: metrics.functionDurations(), leftYAxis: MILLISECONDS },
  );
}

function failuresOfTable(metrics: ServiceMetrics, alarms?: Alarms): cloudwatch.IWidget[] {
  return row(
    { title: 'Throttled calls', left: [metrics.tableThrottleRate()], leftYAxis: PERCENT, leftAnnotations: threshold(alarms?.tableThrottles) },
    { title: 'Throttle events, by place and cause', left: metrics.tableThrottleEvents(), leftYAxis: COUNT },
    { title: 'System errors', left: [metrics.tableSystemErrorRate()], leftYAxis: PERCENT, leftAnnotations: threshold(alarms?.tableSystemErrors) },
  );
}

function loadOfTable(metrics: ServiceMetrics): cloudwatch.IWidget[] {
  return row(
    { title: 'Capacity consumed', left: metrics.consumedCapacity(), leftYAxis: UNITS_A_SECOND },
    { title: 'Latency within DynamoDB, p99', left: metrics.tableLatencies(), leftYAxis: MILLISECONDS },
  );
}

/** The errors that the handlers logged, and what Lambda reported of invocations that came to no answer. */
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

/** Graphs of one width, over the whole page. */
function row(...graphs: cloudwatch.GraphWidgetProps[]): cloudwatch.IWidget[] {
  return graphs.map((graph) => new cloudwatch.GraphWidget({ width: WIDTH / graphs.length, height: 6, ...graph }));
}

function threshold(alarm?: cloudwatch.Alarm): cloudwatch.HorizontalAnnotation[] {
  return alarm ? [{ ...alarm.toAnnotation(), color: cloudwatch.Color.RED }] : [];
}
