import { Construct } from 'constructs';
import { validateApiProps } from './api';
import { validateBroughtProps } from './brought';
import { validateDataProps } from './data';
import { validateOperationsProps } from './operations';
import { validateProfileSchema } from './profile-schema';
import { validateSignInProps } from './sign-in';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';
import { Settings } from '../settings';

/**
 * Checks all props, as they were given and as they are over their defaults, before any resource is made.
 *
 * @throws Error that names the construct's path and lists every bad prop
 */
export function validateProps(scope: Construct, props: CognitoProfileServiceProps, settings: Settings): void {
  const findings = [
    ...validateSignInProps(settings),
    ...validateApiProps(settings),
    ...validateDataProps(settings),
    ...validateProfileSchema(settings.profileSchema),
    ...validateOperationsProps(scope, settings),
    ...validateBroughtProps(props),
  ];
  if (findings.length > 0) {
    throw new Error(`Invalid props of CognitoProfileService at '${scope.node.path}':\n${findings.map((f) => `  - ${f}`).join('\n')}`);
  }
}
