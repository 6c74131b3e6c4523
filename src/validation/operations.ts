import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Finding, finding, isKnown } from './finding';
import { differ, placeOf, placeOfStack } from './place';
import { Settings } from '../settings';

export function validateOperationsProps(scope: Construct, settings: Settings): Finding[] {
  return [...validateLogRetention(settings), ...validateAlarmTopic(scope, settings)];
}

function validateLogRetention({ logRetention }: Settings): Finding[] {
  if (logRetention === RetentionDays.INFINITE) {
    return [finding('logRetention', 'INFINITE', 'keeps logs for ever, at a cost that only grows; use RetentionDays.TEN_YEARS or less')];
  }
  return !isKnown(logRetention) || (typeof logRetention === 'number' && logRetention in RetentionDays)
    ? []
    : [finding('logRetention', logRetention, 'is not a number of days that CloudWatch Logs takes; use one of RetentionDays')];
}

function validateAlarmTopic(scope: Construct, { alarmTopic }: Settings): Finding[] {
  if (!alarmTopic) {
    return [];
  }
  const { region } = placeOf(alarmTopic.topicArn, alarmTopic);
  const { region: ours } = placeOfStack(scope);
  return differ(region, ours)
    ? [finding('alarmTopic', alarmTopic, `is in ${region}, and CloudWatch alarms reach only topics of their own region, ${ours}; give a topic there`)]
    : [];
}
