import { Construct } from 'constructs';
import { validateApiProps } from './api';
import { validateDataProps } from './data';
import { validateProfileSchema } from './profile-schema';
import { validateSignInProps } from './sign-in';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';

/**
 * Checks all props before any resource is made.
 *
 * @throws Error that names the construct's path and lists every bad prop
 */
export function validateProps(scope: Construct, props: CognitoProfileServiceProps): void {
  const findings = [
    ...validateSignInProps(props),
    ...validateApiProps(props),
    ...validateDataProps(props),
    ...validateProfileSchema(props.profileSchema),
  ];
  if (findings.length > 0) {
    throw new Error(`Invalid props of CognitoProfileService at '${scope.node.path}':\n${findings.map((f) => `  - ${f}`).join('\n')}`);
  }
}
