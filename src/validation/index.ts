import { Construct } from 'constructs';
import { validateApiProps } from './api';
import { validateBroughtProps } from './brought';
import { claim, validateClaims } from './claims';
import { validateDataProps } from './data';
import { Finding } from './finding';
import { validateOperationsProps } from './operations';
import { validateProfileSchema } from './profile-schema';
import { validateShapes } from './shapes';
import { validateSignInProps } from './sign-in';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';
import { Settings, settingsOf } from '../settings';

/**
 * Checks all props before any resource is made; gives the settings that they make.
 *
 * @throws Error that names the construct's path and lists every bad prop
 */
export function validateProps(scope: Construct, props: CognitoProfileServiceProps): Settings {
  refuse(scope, validateShapes(props));
  const given = withoutNulls(props);
  const settings = settingsOf(given);
  refuse(scope, [
    ...validateSignInProps(scope, settings),
    ...validateApiProps(settings),
    ...validateDataProps(scope, settings),
    ...validateProfileSchema(settings.profileSchema),
    ...validateOperationsProps(scope, settings),
    ...validateBroughtProps(scope, given),
    ...validateClaims(scope, settings),
  ]);
  claim(scope, settings);
  return settings;
}

/** Some languages say null where nothing is given. */
function withoutNulls(props: CognitoProfileServiceProps): CognitoProfileServiceProps {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== null));
}

function refuse(scope: Construct, findings: Finding[]): void {
  if (findings.length > 0) {
    throw new Error(`Invalid props of CognitoProfileService at '${scope.node.path}':\n${findings.map((f) => `  - ${f}`).join('\n')}`);
  }
}
