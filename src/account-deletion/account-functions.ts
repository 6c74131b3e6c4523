import { ProfileFunctionOptions } from '../api/profile-function';

/** The options that differ between the functions that delete accounts. */
export interface AccountFunctionOptions extends ProfileFunctionOptions {
  /** The IAM actions that the operation needs on the user pool. */
  readonly userPoolActions: string[];
}

export const DELETE_ACCOUNT: AccountFunctionOptions = {
  handler: 'account.delete',
  description: 'Deletes the account of the signed-in user',
  tableActions: ['dynamodb:PutItem'],
  userPoolActions: ['cognito-idp:AdminGetUser', 'cognito-idp:AdminDeleteUser'],
  storesProfiles: false,
};

export const DELETE_USER: AccountFunctionOptions = {
  handler: 'accounts.delete',
  description: 'Deletes the account of a user for an administrator',
  tableActions: ['dynamodb:PutItem'],
  // The token of an administrator does not have the username of the user.
  userPoolActions: ['cognito-idp:ListUsers', 'cognito-idp:AdminGetUser', 'cognito-idp:AdminDeleteUser'],
  storesProfiles: false,
  isForAdministrators: true,
};
