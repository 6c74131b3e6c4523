import * as cdk from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import { CognitoProfileService } from '../../src';

/** A service with everything that watches it. Change events add to that. */
export function serviceWithAlarms(hasChangeEvents = true): CognitoProfileService {
  const stack = new cdk.Stack();
  return new CognitoProfileService(stack, 'Profiles', {
    domainSuffix: 'acme',
    changeEvents: hasChangeEvents ? new events.EventBus(stack, 'EventBus') : undefined,
    alarmTopic: new sns.Topic(stack, 'Topic'),
    dashboard: true,
  });
}
