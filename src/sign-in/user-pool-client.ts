import { Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Settings } from '../settings';

/** What users may say of themselves: all of OpenID Connect's standard claims (OpenID Connect Core section 5.1). */
const WRITABLE: cognito.StandardAttributesMask = {
  address: true,
  birthdate: true,
  email: true,
  familyName: true,
  fullname: true,
  gender: true,
  givenName: true,
  lastUpdateTime: true,
  locale: true,
  middleName: true,
  nickname: true,
  phoneNumber: true,
  preferredUsername: true,
  profilePage: true,
  profilePicture: true,
  timezone: true,
  website: true,
};

/** What Cognito says of them is for reading only. */
const READABLE: cognito.StandardAttributesMask = { ...WRITABLE, emailVerified: true, phoneNumberVerified: true };

/** Makes the app client, a public one (RFC 6749 section 2.1), whose tokens the API admits. */
export function createUserPoolClient(scope: Construct, userPool: cognito.IUserPool, settings: Settings): cognito.UserPoolClient {
  return new cognito.UserPoolClient(scope, 'UserPoolClient', {
    userPool,
    generateSecret: false,
    // Stated, because with no flow at all the L2 leaves them to Cognito, which then allows more than none.
    authFlows: { userSrp: false, ...settings.authFlows },
    oAuth: settings.oAuth,
    supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(30),
    // Stated, because by default users may write every attribute, and one that the app adds later, like a role, with them.
    readAttributes: new cognito.ClientAttributes().withStandardAttributes(READABLE),
    writeAttributes: new cognito.ClientAttributes().withStandardAttributes(WRITABLE),
  });
}
