import { Stack, StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { isKnown } from './known-metrics';
import { evaluate } from './metric-math';
import { ENVIRONMENTS, metricsIn, newStack, TABLES } from './service';
import { Alarms } from '../../src/operations/alarms';

const IDS = ['ServerErrors', 'Latency', 'FunctionErrors', 'FunctionThrottles', 'TableThrottles', 'TableSystemErrors'];

/** Properties of the alarms in a template, by construct id. */
type Synthesized = Record<string, Record<string, any>>;

/** A metric that an alarm watches. */
interface Watched {
  readonly id?: string;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Record<string, any>;
  readonly statistic: string;
  readonly period: number;
}

describe('each alarm', () => {
  const stack = newStack();
  const topic = new sns.Topic(stack, 'Topic');
  const { all } = new Alarms(stack, 'Alarms', { metrics: metricsIn(stack), topic });
  const alarms = alarmsOf(stack);

  test('is in the list, what users feel first', () => {
    expect(all.map((alarm) => alarm.node.id)).toEqual(IDS);
    expect(Object.keys(alarms).sort()).toEqual([...IDS].sort());
  });

  test.each(IDS)('%s tells the topic when it goes off and when it is over', (id) => {
    const told = [stack.resolve(topic.topicArn)];
    expect(alarms[id]).toMatchObject({ AlarmActions: told, OKActions: told });
    expect(alarms[id]).not.toHaveProperty('InsufficientDataActions');
  });

  test.each(IDS)('%s says what to look at first, within what CloudWatch takes', (id) => {
    expect(alarms[id].AlarmDescription).toMatch(/^[A-Z][^.]+\. .*Look first at (the|which) \w+/);
    expect(alarms[id].AlarmDescription.length).toBeLessThanOrEqual(1024);
  });

  test.each(IDS)('%s is off while there is no data, and has no name of its own', (id) => {
    expect(alarms[id]).toMatchObject({ TreatMissingData: 'notBreaching', ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
    expect(alarms[id]).not.toHaveProperty('AlarmName');
  });

  test.each(IDS)('%s watches what AWS publishes: at most 10 metrics, of one period, within a day', (id) => {
    const watched = watchedBy(alarms[id]);
    expect(watched.filter((metric) => !isKnown({ ...metric, dimensions: Object.keys(metric.dimensions) }))).toEqual([]);
    expect(watched.length).toBeGreaterThan(0);
    expect(watched.length).toBeLessThanOrEqual(10);
    expect(new Set(watched.map(({ period }) => period)).size).toBe(1);
    expect(watched[0].period * alarms[id].EvaluationPeriods).toBeLessThanOrEqual(86_400);
  });

  test.each<[string, string[], number]>([
    ['ServerErrors', ['5xx', 'Count'], 60],
    ['Latency', ['Latency'], 300],
    ['FunctionErrors', ['Errors'], 300],
    ['FunctionThrottles', ['Invocations', 'Throttles'], 300],
    ['TableThrottles', ['SuccessfulRequestLatency', 'ThrottledRequests'], 300],
    ['TableSystemErrors', ['SuccessfulRequestLatency', 'SystemErrors'], 300],
  ])('%s watches %j, by %d s', (id, names, period) => {
    const watched = watchedBy(alarms[id]);
    expect([...new Set(watched.map(({ name }) => name))].sort()).toEqual(names);
    expect(watched[0].period).toBe(period);
  });

  test.each(['FunctionErrors', 'FunctionThrottles'])('%s watches every function', (id) => {
    const functions = watchedBy(alarms[id]).map(({ dimensions }) => dimensions.FunctionName.Ref);
    expect(new Set(functions).size).toBe(4);
  });

  test.each(['TableThrottles', 'TableSystemErrors'])('%s watches the calls that the handlers make', (id) => {
    const calls = new Set(watchedBy(alarms[id]).map(({ dimensions }) => dimensions.Operation));
    expect([...calls].sort()).toEqual(['DeleteItem', 'GetItem', 'UpdateItem']);
  });

  test('Latency is of the slowest in a hundred, and leaves a few requests out of account', () => {
    expect(alarms.Latency).toMatchObject({ ExtendedStatistic: 'p99', EvaluateLowSampleCountPercentile: 'ignore' });
  });
});

describe('what sets an alarm off', () => {
  const stack = newStack();
  new Alarms(stack, 'Alarms', { metrics: metricsIn(stack), topic: new sns.Topic(stack, 'Topic') });
  const alarms = alarmsOf(stack);

  const NOTHING = {};
  const QUIET = { Count: 1 };
  const FAILED = { 'Count': 1, '5xx': 1 };

  test.each<[string, Points[]]>([
    ['every request fails', times(3, { 'Count': 50_000, '5xx': 50_000 })],
    ['one in twenty fails', times(3, { 'Count': 100, '5xx': 5 })],
    ['it goes and comes', [{ 'Count': 100, '5xx': 9 }, { Count: 100 }, { 'Count': 100, '5xx': 9 }, { Count: 100 }, { 'Count': 100, '5xx': 9 }]],
    ['a quiet service fails again and again', [FAILED, NOTHING, FAILED, NOTHING, FAILED]],
  ])('ServerErrors: %s', (_, minutes) => {
    expect(isOn('ServerErrors', minutes)).toBe(true);
  });

  test.each<[string, Points[]]>([
    ['nobody uses the service', times(5, NOTHING)],
    ['nothing fails', times(5, { Count: 1_000 })],
    ['the only request fails', [NOTHING, NOTHING, FAILED, NOTHING, NOTHING]],
    ['one of few requests fails', [QUIET, QUIET, FAILED, QUIET, QUIET]],
    ['two minutes are lost', [{ Count: 900 }, ...times(2, { 'Count': 900, '5xx': 900 }), { Count: 900 }, { Count: 900 }]],
    ['less than one in twenty fails', times(5, { 'Count': 1_000, '5xx': 49 })],
    ['one of three lost minutes is six minutes ago', [FAILED, QUIET, QUIET, FAILED, QUIET, FAILED]],
  ])('not ServerErrors: %s', (_, minutes) => {
    expect(isOn('ServerErrors', minutes)).toBe(false);
  });

  test.each<[string, number[], boolean]>([
    ['Python functions start', [900, 2_500, 900], false],
    ['it passes', [200, 6_000, 6_000], false],
    ['calls of DynamoDB are given up', [4_100, 4_100, 4_100], true],
  ])('Latency: %s', (_, latencies, on) => {
    expect(isOn('Latency', latencies.map((latency) => ({ Latency: latency })))).toBe(on);
  });

  test.each<[string, Points[], boolean]>([
    ['nobody uses the service', times(12, NOTHING), false],
    ['one crash', [{ 'Errors.Read': 1 }, ...times(11, { 'Errors.Read': 0 })], false],
    ['a method that is used seldom always fails', [
      { 'Errors.Read': 0, 'Errors.Delete': 1 }, ...times(10, { 'Errors.Read': 0 }), { 'Errors.Read': 0, 'Errors.Delete': 1 },
    ], true],
    ['a deployment breaks all', times(2, { 'Errors.Read': 900, 'Errors.Replace': 90, 'Errors.Update': 90, 'Errors.Delete': 9 }), true],
  ])('FunctionErrors: %s', (_, periods, on) => {
    expect(isOn('FunctionErrors', periods)).toBe(on);
  });

  test.each<[string, Points[], boolean]>([
    ['all requests get through', times(3, { 'Invocations.Read': 1_000, 'Throttles.Read': 0 }), false],
    ['a sudden rise', [{ 'Invocations.Read': 1_000 }, { 'Invocations.Read': 9_000, 'Throttles.Read': 1_000 }, { 'Invocations.Read': 9_000 }], false],
    ['one in a hundred is turned away', times(2, { 'Invocations.Read': 99, 'Throttles.Read': 1 }), true],
    ['none gets through', times(2, { 'Throttles.Delete': 3 }), true],
  ])('FunctionThrottles: %s', (_, periods, on) => {
    expect(isOn('FunctionThrottles', periods)).toBe(on);
  });

  test.each(['TableThrottles', 'TableSystemErrors'])('%s: one call in a hundred, for a quarter of an hour', (id) => {
    const name = id === 'TableThrottles' ? 'ThrottledRequests' : 'SystemErrors';
    const calls = { 'SuccessfulRequestLatency.GetItem': 90, 'SuccessfulRequestLatency.UpdateItem': 9 };
    const failing = { ...calls, [`${name}.UpdateItem`]: 1 };
    expect(isOn(id, times(3, failing))).toBe(true);
    // The more calls, the more may fail.
    expect(isOn(id, times(3, { ...failing, 'SuccessfulRequestLatency.GetItem': 91 }))).toBe(false);
    expect(isOn(id, times(3, calls))).toBe(false);
    expect(isOn(id, [failing, failing, calls])).toBe(false);
    // None succeeds, so that CloudWatch has nothing to say of the latency.
    expect(isOn(id, times(3, { [`${name}.DeleteItem`]: 1 }))).toBe(true);
  });

  test.each(['TableThrottles', 'TableSystemErrors'])('%s has a value to be over with as soon as any call succeeds', (id) => {
    expect(valueOf(alarms[id], { 'SuccessfulRequestLatency.GetItem': 1 })).toBe(0);
    expect(valueOf(alarms[id], NOTHING)).toBeUndefined();
  });

  /** Whether an alarm is on after these periods; before them there was no data. */
  function isOn(id: string, periods: Points[]): boolean {
    const { Threshold, EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods } = alarms[id];
    const values = periods.slice(-EvaluationPeriods).map((points) => valueOf(alarms[id], points));
    return values.filter((value) => value !== undefined && value >= Threshold).length >= DatapointsToAlarm;
  }
});

describe.each(ENVIRONMENTS)('a stack %s', (_, stackProps) => {
  test.each(TABLES)('has alarms on %s', (__, table, tableName) => {
    const alarms = synthesize(stackProps, table);
    const watched = Object.values(alarms).flatMap((alarm) => watchedBy(alarm));
    const tableNames = watched.filter(({ namespace }) => namespace === 'AWS/DynamoDB').map(({ dimensions }) => dimensions.TableName);
    expect(tableNames).toHaveLength(12);
    for (const name of tableNames) {
      expect(name).toEqual(tableName);
    }
    // Alarms on metrics from elsewhere need more than a stack has to offer.
    expect(JSON.stringify(alarms)).not.toMatch(/AccountId|Region"/);
  });
});

test('a topic of elsewhere in the account will do', () => {
  const stack = newStack();
  const arn = 'arn:aws:sns:eu-west-1:123456789012:on-call';
  new Alarms(stack, 'Alarms', { metrics: metricsIn(stack), topic: sns.Topic.fromTopicArn(stack, 'Topic', arn) });
  Template.fromStack(stack).allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [arn], OKActions: [arn] });
});

/** The data points of a period, by the metric's name and what tells it from others of the name; what is not there is missing. */
type Points = Record<string, number>;

function times(count: number, points: Points): Points[] {
  return Array.from({ length: count }, () => points);
}

function synthesize(stackProps: StackProps, table: (typeof TABLES)[number][1]): Synthesized {
  const stack = newStack(stackProps);
  new Alarms(stack, 'Alarms', { metrics: metricsIn(stack, table), topic: new sns.Topic(stack, 'Topic') });
  return alarmsOf(stack);
}

function alarmsOf(stack: Stack): Synthesized {
  const resources = Object.entries(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'));
  return Object.fromEntries(resources.map(([logicalId, { Properties }]) => [idOf(logicalId).replace(/^Alarms/, ''), Properties]));
}

/** A logical id without its hash. */
function idOf(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

function watchedBy(alarm: Record<string, any>): Watched[] {
  const stats = alarm.Metrics?.filter((query: any) => query.MetricStat)
    ?? [{ MetricStat: { Metric: alarm, Period: alarm.Period, Stat: alarm.Statistic ?? alarm.ExtendedStatistic } }];
  return stats.map(({ Id, MetricStat: { Metric, Period, Stat } }: any) => ({
    id: Id,
    namespace: Metric.Namespace,
    name: Metric.MetricName,
    dimensions: Object.fromEntries(Metric.Dimensions.map(({ Name, Value }: any) => [Name, Value])),
    statistic: Stat,
    period: Period,
  }));
}

/** What an alarm compares with its threshold. */
function valueOf(alarm: Record<string, any>, points: Points): number | undefined {
  const watched = watchedBy(alarm).map(({ id, name, dimensions }) => {
    const detail = dimensions.Operation ?? (dimensions.FunctionName && idOf(dimensions.FunctionName.Ref));
    return { id, key: detail ? `${name}.${detail}` : name };
  });
  const known = watched.map(({ key }) => key);
  expect(Object.keys(points).filter((key) => !known.includes(key))).toEqual([]);
  const returned = alarm.Metrics?.filter((query: any) => query.ReturnData !== false);
  if (!returned) {
    return points[watched[0].key];
  }
  expect(returned).toHaveLength(1);
  return evaluate(returned[0].Expression, Object.fromEntries(watched.map(({ id, key }) => [id, points[key]])));
}
