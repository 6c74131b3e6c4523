import { deepStrictEqual } from 'node:assert';
import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { environment } from './environment';
import { Request, sendToApi } from './profile-request';
import { bearer, Reply } from '../../../scripts/lib/user/http';
import { subOf } from '../../../scripts/lib/user/token';
import { PROFILE_PATH } from '../../../src/api/paths';

/** A signed-in user. */
export class User {
  /** Creates a confirmed user, who gets no email, and signs the user in. */
  public static async create(name: string, { isAdministrator = false } = {}): Promise<User> {
    const cognito = new CognitoIdentityProviderClient();
    const user = { UserPoolId: environment('USER_POOL_ID'), Username: `${name}@example.com` };
    await cognito.send(new AdminCreateUserCommand({
      ...user,
      UserAttributes: [{ Name: 'email', Value: user.Username }, { Name: 'email_verified', Value: 'true' }],
      MessageAction: 'SUPPRESS',
    }));
    if (isAdministrator) {
      await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: environment('ADMIN_GROUP') }));
    }
    return User.signIn(name);
  }

  /** Gives a user a new password and signs the user in with it. */
  public static async signIn(name: string): Promise<User> {
    const cognito = new CognitoIdentityProviderClient();
    const user = { UserPoolId: environment('USER_POOL_ID'), Username: `${name}@example.com` };
    const password = `Aa1-${randomBytes(16).toString('hex')}`;
    await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
    const { AuthenticationResult } = await cognito.send(new AdminInitiateAuthCommand({
      UserPoolId: user.UserPoolId,
      ClientId: environment('USER_POOL_CLIENT_ID'),
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: user.Username, PASSWORD: password },
    }));
    return new User(AuthenticationResult!.AccessToken!);
  }

  public readonly sub: string;

  private constructor(public readonly token: string) {
    this.sub = subOf(token);
  }

  /** Sends a request for the profile of the user. */
  public async send(method: string, expectedStatus: number, request?: Request): Promise<Reply> {
    return this.sendTo(PROFILE_PATH, method, expectedStatus, request);
  }

  /** Sends a request to a path of the API, with or without a query. */
  public async sendTo(path: string, method: string, expectedStatus: number, { headers, json }: Request = {}): Promise<Reply> {
    return sendToApi(path, method, expectedStatus, { headers: { ...bearer(this.token), ...headers }, json });
  }
}

/** Checks that a response contains a profile. Returns the entity tag of the profile. */
export function expectProfile({ headers, text }: Reply, profile: object): string {
  deepStrictEqual(JSON.parse(text).profile_data, profile, `The response does not contain ${JSON.stringify(profile)}: ${text}`);
  return headers.get('etag')!;
}

/** Checks that a response reports violations of the profile schema, by the path and the keyword. */
export function expectViolations({ text }: Reply, violations: Record<string, string>): void {
  const errors: { pointer: string; keyword: string }[] = JSON.parse(text).errors;
  const found = Object.fromEntries(errors.map(({ pointer, keyword }) => [pointer, keyword]));
  deepStrictEqual(found, violations, `The response does not report ${JSON.stringify(violations)}: ${text}`);
}
