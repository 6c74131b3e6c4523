import { accessLog } from './access-log';
import { accountDeletion } from './account-deletion';
import { administrators } from './administrators';
import { cors } from './cors';
import { profile } from './profile';
import { signInPage } from './sign-in-page';
import { signOut } from './sign-out';
import { challenge, tokens } from './tokens';
import { afterUpdate, beforeUpdate } from './update';

/** The checks, by their names in the results of an integration test. */
export const CHECKS = {
  Profile: profile,
  Tokens: tokens,
  Challenge: challenge,
  Cors: cors,
  SignInPage: signInPage,
  SignOut: signOut,
  AccessLog: accessLog,
  BeforeUpdate: beforeUpdate,
  AfterUpdate: afterUpdate,
  Administrators: administrators,
  AccountDeletion: accountDeletion,
};
