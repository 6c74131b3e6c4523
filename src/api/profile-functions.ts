import { ProfileFunctionOptions } from './profile-function';

// The functions of the API, one for each operation. Each has only the permissions that its operation needs.

export const READ_PROFILE: ProfileFunctionOptions = {
  handler: 'profile.read',
  description: 'Reads the profile of the signed-in user',
  tableActions: ['dynamodb:GetItem'],
  storesProfiles: false,
};

export const REPLACE_PROFILE: ProfileFunctionOptions = {
  handler: 'profile.replace',
  description: 'Creates or replaces the profile of the signed-in user',
  tableActions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
  storesProfiles: true,
};

export const UPDATE_PROFILE: ProfileFunctionOptions = {
  handler: 'profile.update',
  description: 'Updates the profile of the signed-in user',
  tableActions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
  storesProfiles: true,
};

export const DELETE_PROFILE: ProfileFunctionOptions = {
  handler: 'profile.delete',
  description: 'Deletes the profile of the signed-in user',
  tableActions: ['dynamodb:GetItem', 'dynamodb:DeleteItem'],
  storesProfiles: false,
};
