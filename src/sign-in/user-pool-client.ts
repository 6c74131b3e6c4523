import { Duration, Lazy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { identityProviderNames } from './identity-providers';
import { Settings } from '../settings';

/** Attributes that users can change: the standard claims of OpenID Connect (OpenID Connect Core section 5.1). */
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

/** Attributes that users can read. Only Cognito can set whether an email address or a phone number is verified. */
const READABLE: cognito.StandardAttributesMask = { ...WRITABLE, emailVerified: true, phoneNumberVerified: true };

/** The app client, a public client (RFC 6749 section 2.1). The API accepts only tokens of this app client. */
export class ProfileUserPoolClient extends cognito.UserPoolClient {
  constructor(scope: Construct, id: string, userPool: cognito.IUserPool, settings: Settings) {
    super(scope, id, {
      userPool,
      generateSecret: false,
      // Explicit, because without any flow the L2 construct omits the property, and Cognito then enables its own defaults.
      authFlows: { userSrp: false, ...settings.authFlows },
      oAuth: settings.oAuth,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
      refreshTokenRotationGracePeriod: settings.refreshTokenRotationGracePeriod,
      // Explicit, because by default users can write every attribute, including custom attributes that are added later, such as a role.
      readAttributes: new cognito.ClientAttributes().withStandardAttributes(READABLE),
      writeAttributes: new cognito.ClientAttributes().withStandardAttributes(WRITABLE),
    });
    // Lazy, because apps create identity providers after the service.
    const resource = this.node.defaultChild as cognito.CfnUserPoolClient;
    resource.supportedIdentityProviders = Lazy.uncachedList({ produce: () => identityProviderNames(this, userPool) });
  }
}
