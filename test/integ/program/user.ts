import { deepStrictEqual } from 'node:assert';
import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { environment } from './environment';
import { Request, sendToProfile } from './profile-request';
import type { Reply } from '../../../scripts/lib/user/http';

/** A signed-in user. */
export class User {
  /** Creates a confirmed user, who gets no email, and signs the user in. */
  public static async create(name: string): Promise<User> {
    await new CognitoIdentityProviderClient().send(new AdminCreateUserCommand({
      UserPoolId: environment('USER_POOL_ID'),
      Username: `${name}@example.com`,
      UserAttributes: [{ Name: 'email', Value: `${name}@example.com` }, { Name: 'email_verified', Value: 'true' }],
      MessageAction: 'SUPPRESS',
    }));
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

  private constructor(public readonly token: string) {}

  /** Sends a request for the profile of the user. */
  public async send(method: string, expectedStatus: number, { headers, json }: Request = {}): Promise<Reply> {
    return sendToProfile(method, expectedStatus, { headers: { authorization: `Bearer ${this.token}`, ...headers }, json });
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
