import { Stack } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Finding, finding, isKnown } from './finding';
import { Settings } from '../settings';

export function validateOperationsProps(scope: Construct, settings: Settings): Finding[] {
  return [...validateLogRetention(settings), ...validateAlarmTopic(scope, settings)];
}

function validateLogRetention({ logRetention }: Settings): Finding[] {
  if (logRetention === RetentionDays.INFINITE) {
    return [finding('logRetention', 'INFINITE', 'keeps logs for ever, at a cost that only grows; use RetentionDays.TEN_YEARS or less')];
  }
  return !isKnown(logRetention) || logRetention in RetentionDays
    ? []
    : [finding('logRetention', logRetention, 'is not a number of days that CloudWatch Logs takes; use one of RetentionDays')];
}

function validateAlarmTopic(scope: Construct, { alarmTopic }: Settings): Finding[] {
  const { region } = Stack.of(scope);
  const topicRegion = alarmTopic?.env.region;
  return isKnown(topicRegion) && isKnown(region) && topicRegion !== region
    ? [finding('alarmTopic', alarmTopic, `is in ${topicRegion}, and CloudWatch alarms reach only topics of their own region, ${region}; give a topic there`)]
    : [];
}
