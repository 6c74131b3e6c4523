import {
  AdminDeleteUserCommand, AdminGetUserCommand, AdminGetUserCommandOutput, ListUsersCommand, ListUsersCommandOutput, UserNotFoundException, UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { client } from './client';
import { InvalidResponse } from '../aws/failures';
import { RequestBudget } from '../aws/request-budget';

/** The users of a user pool. Create one for each request, because its calls share the time limit of the request. */
export class UserPool {
  constructor(private readonly budget: RequestBudget, private readonly userPoolId: string) {}

  /**
   * Deletes a user, if there is one.
   *
   * Only the `sub` is never used again: after a user is deleted, another one can sign up with the username. Each attempt therefore checks
   * it, also after one whose response was lost.
   *
   * @throws Problem `unavailable`
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
   */
  public async delete(sub: string, username: string): Promise<void> {
    const user = { UserPoolId: this.userPoolId, Username: username };
    await this.budget.repeatable(async (abortSignal) => unlessAbsent(async () => {
      if (subIn(await client.send(new AdminGetUserCommand(user), { abortSignal })) === sub) {
        await client.send(new AdminDeleteUserCommand(user), { abortSignal });
      }
    }));
  }

  /**
   * Returns the username of a user, if there is one.
   *
   * AdminDeleteUser accepts the `sub` of local users only. For a user of another identity provider it needs the username.
   *
   * @param sub the `sub` of the user, a UUID
   * @throws Problem `unavailable`
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
   */
  public async usernameOf(sub: string): Promise<string | undefined> {
    let token: string | undefined;
    do {
      const command = new ListUsersCommand({
        UserPoolId: this.userPoolId,
        Filter: `sub = "${sub}"`,
        // By default, it returns all attributes of the user.
        AttributesToGet: ['sub'],
        PaginationToken: token,
      });
      const { Users, PaginationToken } = await this.budget.repeatable(
        async (abortSignal) => requireUsers(await client.send(command, { abortSignal })),
      );
      if (Users.length > 0) {
        return Users[0].Username;
      }
      token = PaginationToken;
    } while (token !== undefined);
    return undefined;
  }
}

/** Makes calls that fail if there is no user, which is no failure here. */
async function unlessAbsent(call: () => Promise<void>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof UserNotFoundException)) {
      throw error;
    }
  }
}

/** Without a `sub`, it would seem that it is another user. */
function subIn({ UserAttributes }: AdminGetUserCommandOutput): string {
  const sub = UserAttributes?.find(({ Name }) => Name === 'sub')?.Value;
  if (sub === undefined) {
    throw new InvalidResponse('The response has no sub.');
  }
  return sub;
}

/** Without a list, it would seem that there is no such user. */
function requireUsers(response: ListUsersCommandOutput): ListUsersCommandOutput & { readonly Users: UserType[] } {
  const { Users } = response;
  if (!Users) {
    throw new InvalidResponse('The response has no users.');
  }
  return { ...response, Users };
}
