import { Stack, StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { isKnown, NamedMetric } from './known-metrics';
import { ENVIRONMENTS, metricsIn, newStack, TABLES } from './service';
import { logRequest } from '../../src/handlers/nodejs/http-api/log';
import { Request } from '../../src/handlers/nodejs/http-api/request';
import { Alarms } from '../../src/operations/alarms';
import { Dashboard } from '../../src/operations/dashboard';
import { onlyResource } from '../support/stacks/synth';

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Record<string, any>;
}

/** What a dashboard of the tests has. */
interface Made {
  readonly alarms?: boolean;
  readonly logs?: boolean;
  readonly stack?: StackProps;
  readonly table?: (typeof TABLES)[number][1];
}

const FULL: Made = { alarms: true, logs: true };

describe.each<[string, Made]>([
  ['a full dashboard', FULL],
  ['a dashboard without alarms', { logs: true }],
  ['a dashboard without logs', { alarms: true }],
  ['a dashboard of metrics only', {}],
])('%s', (_, made) => {
  const widgets = widgetsOf(made);

  test('has no widgets that overlap, or leave the grid', () => {
    expect(widgets.filter(({ x, y, width, height }) => x < 0 || y < 0 || width < 1 || height < 1 || x + width > 24)).toEqual([]);
    const overlaps = widgets.flatMap((one, i) => widgets.slice(i + 1).filter((other) => (
      one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height
    )));
    expect(overlaps).toEqual([]);
  });

  test('has rows that are as wide as the grid', () => {
    const rows = new Set(widgets.map(({ y }) => y));
    const widths = [...rows].map((row) => widgets.filter(({ y }) => y === row).reduce((sum, { width }) => sum + width, 0));
    expect(new Set(widths)).toEqual(new Set([24]));
  });

  test('is read from the top: user experience, alarms, functions, table, logs', () => {
    const order = [...widgets].sort((a, b) => a.y - b.y || a.x - b.x).map(({ type, properties }) => (type === 'text' ? properties.markdown : type));
    const graphs = (count: number) => Array.from({ length: count }, () => 'metric');
    expect(order).toEqual([
      '## User experience', ...graphs(3),
      ...(made.alarms ? ['alarm'] : []),
      '## Functions', ...graphs(4),
      '## Table', ...graphs(5),
      ...(made.logs ? ['## Logs', 'log'] : []),
    ]);
  });

  test('draws a threshold where there is an alarm', () => {
    const thresholds = widgets.filter(({ properties }) => properties.annotations)
      .map(({ properties }) => [properties.title, properties.annotations.horizontal.map(({ value }: any) => value)]);
    expect(Object.fromEntries(thresholds)).toEqual(made.alarms
      ? { 'Server errors': [5], 'Latency': [3_000], 'Throttled requests': [1], 'System errors': [1] }
      : {});
  });
});

describe.each(ENVIRONMENTS)('in a stack %s', (_, stack) => {
  test.each(TABLES)('every graph of %s is of metrics that AWS publishes', (__, table) => {
    const named = graphsOf({ ...FULL, stack, table }).flatMap((graph) => graph.properties.metrics.flatMap((metric: unknown[]) => namesIn(metric)));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((metric) => !isKnown(metric))).toEqual([]);
  });

  test('the graphs are of its own account and region', () => {
    const graphs = graphsOf({ ...FULL, stack });
    expect(new Set(graphs.map(({ properties }) => properties.region))).toEqual(new Set(['<AWS::Region>']));
    expect(JSON.stringify(graphs.map(({ properties }) => properties.metrics))).not.toMatch(/"region"|"accountId"/);
  });
});

test('every expression is of metrics in its own graph', () => {
  for (const { properties } of graphsOf(FULL)) {
    const rendered: unknown[][] = properties.metrics;
    const options = rendered.map((metric) => metric.at(-1) as Record<string, any>);
    const ids = options.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { expression } of options.filter((option) => option.expression)) {
      const used: string[] = expression.match(/\b[a-z]\w*/g);
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    }
  }
});

test('what users see is requests, the part that failed, and how long half of them and the slowest took', () => {
  const graph = (title: string) => graphsOf(FULL).find(({ properties }) => properties.title === title)!.properties.metrics as any[][];
  expect(graph('Requests').map(([, name]) => name)).toEqual(['Count', '4xx', '5xx']);
  expect(graph('Server errors')[0][0].expression).toBe('100 * (errors) / (requests)');
  expect(graph('Latency').map(([, name, , , { stat }]) => `${name} ${stat}`)).toEqual(['Latency p50', 'Latency p99', 'IntegrationLatency p99']);
});

test('every function is in every graph of the functions', () => {
  const titles = ['Invocations', 'Errors (no response)', 'Throttles', 'Duration, p99'];
  const graphs = graphsOf(FULL).filter(({ properties }) => titles.includes(properties.title));
  expect(graphs).toHaveLength(titles.length);
  for (const { properties } of graphs) {
    const names = properties.metrics.map(([, , , name]: string[]) => name.replace(/[0-9A-F]{8}>$/, '>'));
    expect(names).toEqual(['<Read>', '<Replace>', '<Update>', '<Delete>']);
  }
});

test('throttling of the index is told from that of the table', () => {
  const graph = graphsOf(FULL).find(({ properties }) => properties.title === 'Throttle events')!;
  const events: any[][] = graph.properties.metrics;
  expect(events.filter((event) => event.includes('GlobalSecondaryIndexName') && event.includes('sk-pk-index')).map(([, name]) => name))
    .toEqual(['WriteThrottleEvents', 'WriteKeyRangeThroughputThrottleEvents']);
  expect(events.filter((event) => !event.includes('GlobalSecondaryIndexName')).map(([, name]) => name)).toEqual([
    'ReadThrottleEvents', 'WriteThrottleEvents', 'ReadKeyRangeThroughputThrottleEvents', 'WriteKeyRangeThroughputThrottleEvents',
  ]);
});

test('the alarms are all there', () => {
  const [{ properties }] = widgetsOf(FULL).filter(({ type }) => type === 'alarm');
  expect(new Set(properties.alarms).size).toBe(6);
});

describe('the latest errors', () => {
  const [{ properties }] = widgetsOf(FULL).filter(({ type }) => type === 'log');

  test('are of every log group', () => {
    expect(properties.query.match(/SOURCE '[^']*'/g)).toEqual(["SOURCE '/one'", "SOURCE '/two'"]);
  });

  test('are asked for by fields that the handlers write, or Lambda', () => {
    const ofLambda = ['type', 'record.status', 'record.requestId'];
    const ofQuery = ['@timestamp', '@log', 'problem', 'request'];
    const words = ['SOURCE', 'fields', 'coalesce', 'as', 'filter', 'or', 'and', 'sort', 'desc', 'limit'];
    const names: string[] = properties.query.replace(/'[^']*'|"[^"]*"/g, '').match(/@?[A-Za-z][\w.]*/g);
    const fields = names.filter((name) => ![...words, ...ofLambda, ...ofQuery].includes(name));
    expect(fields).toEqual(expect.arrayContaining(['route', 'status', 'error', 'level']));
    expect(Object.keys(loggedDefect())).toEqual(expect.arrayContaining(fields));
  });

  test('are those that the handlers log as such', () => {
    expect(properties.query).toContain('level = "ERROR"');
    expect(loggedDefect().level).toBe('ERROR');
  });
});

test('the dashboard has no name of its own', () => {
  expect(dashboardIn(FULL)).not.toHaveProperty('DashboardName');
});

function dashboardIn({ alarms, logs: withLogs, stack: stackProps, table }: Made): Record<string, any> {
  const stack = newStack(stackProps);
  const metrics = metricsIn(stack, table);
  new Dashboard(stack, 'Dashboard', {
    metrics,
    alarms: alarms ? new Alarms(stack, 'Alarms', { metrics, topic: new sns.Topic(stack, 'Topic') }) : undefined,
    logGroups: withLogs ? logGroupsIn(stack) : undefined,
  });
  return onlyResource(Template.fromStack(stack), 'AWS::CloudWatch::Dashboard').Properties;
}

function logGroupsIn(stack: Stack): logs.ILogGroup[] {
  return ['/one', '/two'].map((name) => logs.LogGroup.fromLogGroupName(stack, `LogGroup${name}`, name));
}

/** The widgets of a dashboard; what only CloudFormation knows stands in angle brackets. */
function widgetsOf(made: Made): Widget[] {
  const body = dashboardIn(made).DashboardBody;
  const parts: any[] = body['Fn::Join'][1];
  const text = parts.map((part) => (typeof part === 'string' ? part : `<${part.Ref ?? part['Fn::GetAtt'].join('.')}>`)).join('');
  return JSON.parse(text).widgets;
}

function graphsOf(made: Made): Widget[] {
  return widgetsOf(made).filter(({ type }) => type === 'metric');
}

/** The metric that a line of a graph names; none for an expression. */
function namesIn(metric: unknown[]): NamedMetric[] {
  if (typeof metric[0] !== 'string') {
    return [];
  }
  const [namespace, name] = metric as string[];
  const options = metric.at(-1);
  const dimensions = metric.slice(2).filter((part, i) => typeof part === 'string' && i % 2 === 0) as string[];
  return [{ namespace, name, dimensions, statistic: (typeof options === 'object' && (options as any).stat) || 'Average' }];
}

/** The line that a handler logs of a defect. */
function loggedDefect(): Record<string, unknown> {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    logRequest({ id: 'request', route: 'GET /user/profile' } as Request, 500, 1, new TypeError());
    return JSON.parse(String(write.mock.calls[0][0]));
  } finally {
    write.mockRestore();
  }
}
