import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CLIENT_SETTINGS, exchangeCompletely } from '../aws/client';

/** The Amazon Cognito client. AdminDeleteUser returns an empty body. */
export const client = exchangeCompletely(new CognitoIdentityProviderClient(CLIENT_SETTINGS), true);
