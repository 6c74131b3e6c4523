import { CdkAppSource } from '../../../scripts/lib/local-aws/cdk-app';

/** The app that deploys one service with all compatible props. */
export const EVERY_PROP_APP: CdkAppSource = {
  command: 'node --import tsx test/e2e/every-prop/app.ts',
  stack: 'EveryPropProfileService',
};

/** The name of the stack output that has the URL of the queue that gets the change events. */
export const EVENTS_QUEUE_OUTPUT = 'EventsQueueUrl';

/** The name of the stack output that has the log group of a method's function. */
export function logGroupOutput(method: string): string {
  return `${method}LogGroup`;
}
