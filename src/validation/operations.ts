import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { differ, locationOf, locationOfStack } from './location';
import { PropError, propError, isKnown } from './prop-error';
import { Settings } from '../settings';

export function validateOperationsProps(scope: Construct, settings: Settings): PropError[] {
  return [...validateLogRetention(settings), ...validateAlarmTopic(scope, settings)];
}

function validateLogRetention({ logRetention }: Settings): PropError[] {
  if (logRetention === RetentionDays.INFINITE) {
    return [propError('logRetention', 'INFINITE', 'retains logs indefinitely, at a growing cost; use RetentionDays.TEN_YEARS or less')];
  }
  return !isKnown(logRetention) || (typeof logRetention === 'number' && logRetention in RetentionDays)
    ? []
    : [propError('logRetention', logRetention, 'is not a retention period that CloudWatch Logs accepts; use a member of RetentionDays')];
}

function validateAlarmTopic(scope: Construct, { alarmTopic }: Settings): PropError[] {
  if (!alarmTopic) {
    return [];
  }
  const { region } = locationOf(alarmTopic.topicArn, alarmTopic);
  const { region: ours } = locationOfStack(scope);
  return differ(region, ours)
    ? [propError('alarmTopic', alarmTopic, `is in ${region}, but CloudWatch alarms can notify only topics in their own Region, ${ours}; specify a topic in ${ours}`)]
    : [];
}
