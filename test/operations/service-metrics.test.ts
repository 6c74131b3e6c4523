import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { isKnown } from './known-metrics';
import { evaluate } from './metric-math';
import { metricsIn, newStack } from './service';

const stack = newStack();
const metrics = metricsIn(stack);

describe('metrics', () => {
  test.each<[string, cloudwatch.Metric, string, string]>([
    ['requests', metrics.requests(), 'Count', 'SampleCount'],
    ['clientErrors', metrics.clientErrors(), '4xx', 'Sum'],
    ['errors', metrics.errors(), '5xx', 'Sum'],
    ['latency', metrics.latency(), 'Latency', 'p99'],
    ['integrationLatency', metrics.integrationLatency(), 'IntegrationLatency', 'p99'],
  ])('%s is of the whole API, over 5 minutes', (_, metric, metricName, statistic) => {
    expect(metric).toMatchObject({ namespace: 'AWS/ApiGateway', metricName, statistic });
    expect(Object.keys(metric.dimensions!)).toEqual(['ApiId']);
    expect(metric.period.toMinutes()).toBe(5);
  });

  test.each<[string, cloudwatch.Metric[], string, string]>([
    ['functionInvocations', metrics.functionInvocations(), 'Invocations', 'Sum'],
    ['functionErrors', metrics.functionErrors(), 'Errors', 'Sum'],
    ['functionThrottles', metrics.functionThrottles(), 'Throttles', 'Sum'],
    ['functionDurations', metrics.functionDurations(), 'Duration', 'p99'],
  ])('%s are one for each function', (_, each, metricName, statistic) => {
    expect(each).toHaveLength(4);
    for (const metric of each) {
      expect(metric).toMatchObject({ namespace: 'AWS/Lambda', metricName, statistic });
    }
    expect(new Set(each.map(({ dimensions }) => JSON.stringify(stack.resolve(dimensions)))).size).toBe(4);
  });

  test.each([
    ['tableThrottleEvents', metrics.tableThrottleEvents()],
    ['tableLatencies', metrics.tableLatencies()],
    ['consumedCapacity', metrics.consumedCapacity().flatMap(({ usingMetrics }) => Object.values(usingMetrics) as cloudwatch.Metric[])],
  ])('%s are what DynamoDB publishes', (_, each) => {
    const named = each.map(({ namespace, metricName, dimensions, statistic }) => (
      { namespace, name: metricName, dimensions: Object.keys(dimensions!), statistic }
    ));
    expect(named.length).toBeGreaterThanOrEqual(3);
    expect(named.filter((metric) => !isKnown(metric))).toEqual([]);
    // Twice the same line would tell nothing.
    expect(new Set(each.map((metric) => JSON.stringify(stack.resolve([metric.metricName, metric.dimensions])))).size).toBe(each.length);
  });

  test('take what a caller changes of them', () => {
    const changes = { period: Duration.minutes(1), statistic: 'Average', label: 'Mine', color: cloudwatch.Color.BLUE };
    const changed = [
      metrics.requests(changes), metrics.clientErrors(changes), metrics.errors(changes),
      metrics.latency(changes), metrics.integrationLatency(changes),
      ...metrics.functionInvocations(changes), ...metrics.functionErrors(changes), ...metrics.functionThrottles(changes),
      ...metrics.functionDurations(changes), ...metrics.tableThrottleEvents(changes), ...metrics.tableLatencies(changes),
    ];
    for (const metric of changed) {
      expect(metric).toMatchObject({ statistic: 'Average', label: 'Mine', color: cloudwatch.Color.BLUE });
      expect(metric.period.toMinutes()).toBe(1);
    }
  });
});

describe('expressions', () => {
  const all = { period: Duration.minutes(1), label: 'Mine' };

  test('have the period that a caller asks for, with all that they are made of', () => {
    const changed = [
      metrics.errorRate(all), metrics.totalFunctionErrors(all), metrics.functionThrottleRate(all), metrics.tableThrottleRate(all),
      metrics.tableSystemErrorRate(all), ...metrics.consumedCapacity(all),
    ];
    for (const expression of changed) {
      expect(expression.label).toBe('Mine');
      for (const used of [expression, ...Object.values(expression.usingMetrics) as cloudwatch.Metric[]]) {
        expect(used.period.toMinutes()).toBe(1);
      }
    }
  });

  test.each([
    [{ requests: 200, errors: 3 }, 1.5],
    [{ requests: 200, errors: 0 }, 0],
    [{ requests: 200 }, 0],
    [{ requests: 7, errors: 7 }, 100],
    [{}, undefined],
  ])('the error rate of %j is %d', (points, rate) => {
    expect(evaluate(metrics.errorRate().expression, points)).toBe(rate);
  });

  test('a call that DynamoDB throttled is one of all calls, whether any succeeded or not', () => {
    const { expression } = metrics.tableThrottleRate();
    expect(evaluate(expression, { succeededGetItem: 60, succeededUpdateItem: 20, throttledUpdateItem: 20 })).toBe(20);
    expect(evaluate(expression, { throttledDeleteItem: 4 })).toBe(100);
    expect(evaluate(expression, { succeededGetItem: 60 })).toBe(0);
  });

  test('errors of functions add up, also those of functions that ran alone', () => {
    const { expression } = metrics.totalFunctionErrors();
    expect(evaluate(expression, { errors0: 1, errors1: 2, errors2: 3, errors3: 4 })).toBe(10);
    expect(evaluate(expression, { errors3: 4 })).toBe(4);
  });

  test('all of them fit in one graph', () => {
    const left = [
      metrics.errorRate(), metrics.totalFunctionErrors(), metrics.functionThrottleRate(), metrics.tableThrottleRate(), metrics.tableSystemErrorRate(),
      ...metrics.consumedCapacity(),
    ];
    expect(() => new cloudwatch.GraphWidget({ left }).toJson()).not.toThrow();
  });

  test('capacity is by the second', () => {
    const expressions = metrics.consumedCapacity().map(({ expression, usingMetrics }) => [expression, Object.keys(usingMetrics)]);
    expect(expressions).toEqual([
      ['reads / PERIOD(reads)', ['reads']], ['writes / PERIOD(writes)', ['writes']], ['indexWrites / PERIOD(indexWrites)', ['indexWrites']],
    ]);
  });
});

describe('metric math of the tests', () => {
  test.each<[string, Record<string, number>, number | undefined]>([
    ['a + 2 * b', { a: 1, b: 3 }, 7],
    ['(a + 2) * b', { a: 1, b: 3 }, 9],
    ['a - b - 1', { a: 9, b: 3 }, 5],
    ['a / b / 2', { a: 12, b: 3 }, 2],
    ['a + b', { b: 3 }, 3],
    ['a + b', {}, undefined],
    ['100 * a', {}, undefined],
    ['a / b', { a: 1 }, undefined],
    ['a / b', { a: 1, b: 0 }, undefined],
    ['a / b', { b: 2 }, 0],
  ])('%s of %j is %d', (expression, points, value) => {
    expect(evaluate(expression, points)).toBe(value);
  });

  test.each(['1 + 2', 'a b', '(a', 'SUM(a)', 'a +', 'a ? b', ''])('%j is refused', (expression) => {
    expect(() => evaluate(expression, { a: 1, b: 1 })).toThrow();
  });
});
