import { Construct } from 'constructs';
import { validateAccountDeletion } from './account-deletion';
import { validateAdministrators } from './administrators';
import { validateApiProps } from './api';
import { validateChangeEvents } from './change-events';
import { validateDataProps } from './data';
import { validateExclusiveProps } from './exclusive-props';
import { validateExistingResources } from './existing-resources';
import { validateOperationsProps } from './operations';
import { validateProfileSchema } from './profile-schema';
import { throwIfAny } from './prop-error';
import { validateNames } from './prop-names';
import { validatePropTypes } from './prop-types';
import { validateAgainstOthers } from './registry';
import { validateSignInProps } from './sign-in';
import { CognitoProfileServiceProps } from '../cognito-profile-service-props';
import { resolveDefaults, Settings } from '../settings';

/**
 * Validates all props, and applies the defaults.
 *
 * Values are validated only if all props exist and have the correct types, and none are mutually exclusive, so that one error does not cause another.
 *
 * @throws Error with the construct's path and the invalid props
 */
export function validateProps(scope: Construct, props: CognitoProfileServiceProps): Settings {
  const title = `Invalid props of CognitoProfileService at '${scope.node.path}'`;
  const given = withoutNulls(props);
  throwIfAny(title, [...validateNames(given), ...validatePropTypes(given), ...validateExclusiveProps(given)]);

  const settings = resolveDefaults(given);
  throwIfAny(title, [
    ...validateSignInProps(scope, settings),
    ...validateApiProps(settings),
    ...validateDataProps(scope, settings),
    ...validateProfileSchema(settings),
    ...validateAdministrators(settings),
    ...validateAccountDeletion(scope, settings),
    ...validateOperationsProps(scope, settings),
    ...validateExistingResources(scope, settings),
    ...validateChangeEvents(scope, settings),
    ...validateAgainstOthers(scope, settings),
  ]);
  return settings;
}

/** Other jsii languages pass null for omitted values. */
function withoutNulls(props: CognitoProfileServiceProps | null): CognitoProfileServiceProps {
  return Object.fromEntries(Object.entries(props ?? {}).filter(([, value]) => value !== null));
}
