import { Construct } from 'constructs';
import { validateApiProps } from './api';
import { validateBroughtProps, validateWithoutEffect } from './brought';
import { validateDataProps } from './data';
import { Finding } from './finding';
import { validateOperationsProps } from './operations';
import { validateProfileSchema } from './profile-schema';
import { validateShapes } from './shapes';
import { validateSignInProps } from './sign-in';
import { take, validateNotTaken } from './taken';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';
import { Settings, settingsOf } from '../settings';

export { noteSharedTable } from './shared-table';

/** The props that are judged by each other. */
const OF_THE_PLAN = ['featurePlan', 'managedLoginVersion', 'authFlows', 'passkeys', 'mfa', 'threatProtection'];

/**
 * Checks all props before any resource is made; gives the settings that they make.
 *
 * @throws Error that names the construct's path and lists every bad prop
 */
export function validateProps(scope: Construct, props: CognitoProfileServiceProps): Settings {
  const given = withoutNulls(props);
  const withoutEffect = validateWithoutEffect(given);
  const misshapen = validateShapes(given).filter(({ prop }) => !withoutEffect.some((other) => other.prop === prop));
  const useless = [...misshapen, ...withoutEffect];
  // Of these props one finding is enough: what they say is not looked into.
  const named = new Set(useless.map(({ prop }) => prop));
  const rest = Object.fromEntries(Object.entries(given).filter(([prop]) => !named.has(prop)));
  const settings = settingsOf(rest);
  const findings = [
    ...validateSignInProps(scope, settings),
    ...validateApiProps(settings),
    ...validateDataProps(scope, settings),
    ...validateProfileSchema(settings.profileSchema),
    ...validateOperationsProps(scope, settings),
    ...validateBroughtProps(scope, rest),
    ...validateNotTaken(scope, settings),
  ].filter((found) => !named.has(found.prop) && !isMoot(found, given, named));
  refuse(scope, [...useless, ...findings]);
  take(scope, settings);
  return settings;
}

/** Whether a finding comes from taking a prop for absent that was given, but can't be used. */
function isMoot({ prop }: Finding, given: CognitoProfileServiceProps, named: ReadonlySet<string>): boolean {
  return (prop === 'domainSuffix' && given.domainSuffix === undefined && (named.has('userPool') || named.has('signInDomain')))
    || (prop === 'userPoolClient' && named.has('userPool'))
    || (OF_THE_PLAN.includes(prop) && OF_THE_PLAN.some((other) => named.has(other)));
}

/** Some languages say null where nothing is given. */
function withoutNulls(props: CognitoProfileServiceProps | null): CognitoProfileServiceProps {
  return Object.fromEntries(Object.entries(props ?? {}).filter(([, value]) => value !== null));
}

function refuse(scope: Construct, findings: Finding[]): void {
  if (findings.length > 0) {
    throw new Error(`Invalid props of CognitoProfileService at '${scope.node.path}':\n${findings.map(({ text }) => `  - ${text}`).join('\n')}`);
  }
}
