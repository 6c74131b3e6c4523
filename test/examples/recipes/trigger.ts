import { randomUUID } from 'crypto';

/** The trigger sources of a user pool that the recipes handle or ignore. */
export type TriggerSource = 'PostConfirmation_ConfirmSignUp' | 'PostConfirmation_ConfirmForgotPassword' | 'TokenGeneration_HostedAuth';

/**
 * Returns the event that Cognito sends to a trigger.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export function triggerEvent(triggerSource: TriggerSource, sub: string = randomUUID(), attributes: Record<string, string> = {}): any {
  return {
    version: '1',
    triggerSource,
    region: 'us-east-1',
    userPoolId: 'us-east-1_AbCdEfGhI',
    userName: sub,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1example23456789' },
    request: { userAttributes: { sub, email: 'ada@example.com', ...attributes } },
    response: {},
  };
}
