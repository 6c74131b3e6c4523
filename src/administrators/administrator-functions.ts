import { ProfileFunctionOptions } from '../api/profile-function';
import { DELETE_PROFILE, READ_PROFILE, REPLACE_PROFILE, UPDATE_PROFILE } from '../api/profile-functions';

// The functions of administrators, one for each operation. Each has only the permissions that its operation needs.

export const READ_USER_PROFILE: ProfileFunctionOptions = {
  ...READ_PROFILE,
  handler: 'profiles.read',
  description: 'Reads the profile of a user for an administrator',
  isForAdministrators: true,
};

export const REPLACE_USER_PROFILE: ProfileFunctionOptions = {
  ...REPLACE_PROFILE,
  handler: 'profiles.replace',
  description: 'Creates or replaces the profile of a user for an administrator',
  isForAdministrators: true,
};

export const UPDATE_USER_PROFILE: ProfileFunctionOptions = {
  ...UPDATE_PROFILE,
  handler: 'profiles.update',
  description: 'Updates the profile of a user for an administrator',
  isForAdministrators: true,
};

export const DELETE_USER_PROFILE: ProfileFunctionOptions = {
  ...DELETE_PROFILE,
  handler: 'profiles.delete',
  description: 'Deletes the profile of a user for an administrator',
  isForAdministrators: true,
};

export const LIST_PROFILES: ProfileFunctionOptions = {
  handler: 'profiles.list',
  description: 'Lists the profiles of all users for an administrator',
  isForAdministrators: true,
  tableActions: ['dynamodb:Query'],
  storesProfiles: false,
};
