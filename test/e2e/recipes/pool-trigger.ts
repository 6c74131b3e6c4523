import { isDeepStrictEqual } from 'node:util';
import { AdminGetUserCommand, CognitoIdentityProviderClient, DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { Failure } from '../../../scripts/lib/command/failure';
import { Journey } from '../../../scripts/lib/user/journey';

type TriggerSource = 'PostConfirmation_ConfirmSignUp' | 'PostConfirmation_ConfirmForgotPassword';

/**
 * Delivers an event to the post confirmation trigger of the user pool, as Cognito does. MiniStack does not invoke this trigger.
 *
 * If the function returns an error, or not the event, it is a failure: Cognito would refuse what the user did.
 *
 * @returns the `sub` of the user
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
 */
export async function deliver(triggerSource: TriggerSource, journey: Journey): Promise<string> {
  const { aws, userPoolId, userPoolClientId, user, signal } = journey;
  const cognito = new CognitoIdentityProviderClient(aws);
  const { Username, UserAttributes = [] } = await cognito.send(
    new AdminGetUserCommand({ UserPoolId: userPoolId, Username: user.email }),
    { abortSignal: signal },
  );
  const userAttributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value!]));
  const event = {
    version: '1',
    triggerSource,
    region: aws.region,
    userPoolId,
    userName: Username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: userPoolClientId },
    request: { userAttributes },
    response: {},
  };
  const { FunctionError, Payload } = await new LambdaClient(aws).send(
    new InvokeCommand({ FunctionName: await triggerOf(journey), Payload: JSON.stringify(event) }),
    { abortSignal: signal },
  );
  const answer = Buffer.from(Payload!).toString();
  if (FunctionError || !isDeepStrictEqual(JSON.parse(answer), event)) {
    throw new Failure(`The trigger answered ${FunctionError ?? ''} ${answer} to ${triggerSource}.`);
  }
  return userAttributes.sub;
}

/** Returns the ARN of the post confirmation trigger. */
export async function triggerOf({ aws, userPoolId, signal }: Journey): Promise<string> {
  const cognito = new CognitoIdentityProviderClient(aws);
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: userPoolId }), { abortSignal: signal });
  const arn = UserPool?.LambdaConfig?.PostConfirmation;
  if (!arn) {
    throw new Failure('The user pool has no post confirmation trigger.');
  }
  return arn;
}
