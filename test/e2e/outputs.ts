import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CognitoProfileService } from '../../src';

/** Adds the outputs that the local commands read from every stack, and others. */
export function addOutputs(stack: Stack, service: CognitoProfileService, others: Record<string, string> = {}): void {
  const outputs = {
    ProfileUrl: service.profileUrl,
    SignInUrl: service.signInUrl!,
    SignOutUrl: service.signOutUrl!,
    Issuer: service.issuer,
    UserPoolId: service.userPool.userPoolId,
    UserPoolClientId: service.userPoolClient.userPoolClientId,
    ...others,
  };
  Object.entries(outputs).forEach(([name, value]) => new CfnOutput(stack, name, { value }));
}
