import * as cdk from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { read, rowsOf } from './markdown';
import { serviceWithAlarms } from './service';
import { costOf, liteCostOf, loadOf } from '../../docs/scale/workload';

describe('the table of costs', () => {
  const rows = rowsOf(read('docs/cost.md'));
  const prices = Object.fromEntries(rows.map(([label, price]) => [label, Number(price)]));
  /** Bytes of a line of API Gateway, as the text says. */
  const ACCESS_LOG_BYTES = 500;

  test.each([['small', 1, 2_500], ['large', 2, 2_500_000]])('is arithmetic on the loads of docs/scale.md: %s', (_, column, users) => {
    const { monthlyActive, requestsAMonth } = loadOf(users);
    const { 'Cognito, Essentials': essentials, ...scale } = costOf(users, 2 * 1024);
    const gatewayLogGb = requestsAMonth * ACCESS_LOG_BYTES / 1024 ** 3;
    const month = 30 * 86_400;
    const traces = [0.9, 0.1].map((share) => tracesAt(requestsAMonth * share / month)).reduce((a, b) => a + b) * month;
    const xRay = traces / 1e6 * prices['X-Ray, 1 million traces recorded'];
    // The prices of logs in docs/scale/cost.md.
    const gatewayLog = gatewayLogGb * (0.5 + 0.03);
    const total = Object.values(scale).reduce((a, b) => a + b) + xRay + gatewayLog;
    const alarms = Object.values(Template.fromStack(cdk.Stack.of(serviceWithAlarms(false))).findResources('AWS::CloudWatch::Alarm'));
    const alarmMetrics = alarms.flatMap(({ Properties }) => Properties.Metrics?.filter((metric: object) => 'MetricStat' in metric) ?? [Properties]);

    expect(Object.fromEntries(rows.filter((row) => row.length === 3 && row[0] !== 'price').map((row) => [row[0], row[column]]))).toMatchObject({
      'users active in a month': monthlyActive.toLocaleString('en-US'),
      'requests': requestsAMonth.toLocaleString('en-US'),
      'Cognito, Essentials': dollars(essentials),
      'API Gateway': dollars(scale['API Gateway']),
      'X-Ray': dollars(xRay),
      'DynamoDB': dollars(Object.entries(scale).filter(([item]) => item.startsWith('DynamoDB')).reduce((sum, [, cost]) => sum + cost, 0)),
      'Logs of the functions': dollars(scale.Logs),
      'Lambda': dollars(scale.Lambda),
      'Log of API Gateway': dollars(gatewayLog),
      'Data transfer out': dollars(scale['Data out']),
      'Emails': dollars(scale.Emails),
      '**Total**': `**${dollars(total + essentials)}**`,
      'the same with Cognito Lite': dollars(total + liteCostOf(users)),
      'the same with Cognito Plus': dollars(total + monthlyActive * prices['Cognito Plus, an active user']),
      'added by `alarmTopic`': dollars(alarmMetrics.length * prices['CloudWatch, a metric of an alarm']),
      'added by `dashboard`': dollars(prices['CloudWatch, a dashboard']),
      'added by `encryptionKey`, without its requests': dollars(prices['KMS, a key']),
    });
  });

  /** Lambda traces one request a second and 5 % of the others. */
  function tracesAt(requestsASecond: number): number {
    return Math.min(requestsASecond, 1) + Math.max(requestsASecond - 1, 0) * 0.05;
  }

  function dollars(amount: number): string {
    return amount < 100 ? (Math.round(amount * 100) / 100).toFixed(2) : Math.round(amount).toLocaleString('en-US');
  }
});
