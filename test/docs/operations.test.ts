import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { rowsOf, section } from './markdown';
import { serviceWithAlarms } from './service';

test('the table of alarms is that of the construct', () => {
  const rows = rowsOf(section('docs/operations.md', 'Alarms')).filter(([alarm]) => /^`\w+`$/.test(alarm));
  const alarms = serviceWithAlarms().node.findChild('Alarms').node.children as cloudwatch.Alarm[];
  expect(rows.map(([alarm]) => alarm.slice(1, -1))).toEqual(alarms.map(({ node }) => node.id));
  alarms.forEach((alarm, index) => expect(rows[index][1]).toMatch(conditionOf(alarm.node.defaultChild as cloudwatch.CfnAlarm)));
});

/** How the table says a threshold that is not a percentage, or can be something else. */
const LIMITS = new Map([[1, '(?:1 %|a function ends|a message is)'], [3_000, '3 seconds'], [300_000, '5 minutes']]);

/** When an alarm goes off, as far as its numbers say it. */
function conditionOf({ threshold, datapointsToAlarm, evaluationPeriods, period, metrics }: cloudwatch.CfnAlarm): RegExp {
  const seconds = period ?? Math.max(...(metrics as cloudwatch.CfnAlarm.MetricDataQueryProperty[])
    .map((query) => query.period ?? (query.metricStat as cloudwatch.CfnAlarm.MetricStatProperty | undefined)?.period ?? 0));
  const minutes = seconds / 60;
  const limit = LIMITS.get(threshold!) ?? `${threshold} %`;
  const time = datapointsToAlarm === evaluationPeriods ? `for ${minutes * evaluationPeriods} minutes` : minutes === 1
    ? `in ${datapointsToAlarm} minutes of ${evaluationPeriods}` : `in ${datapointsToAlarm} of ${evaluationPeriods} periods of ${minutes} minutes`;
  return new RegExp(`${limit}.*${time}`);
}
