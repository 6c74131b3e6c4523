import {
  AdminDeleteUserCommand, ListUsersCommand, ListUsersCommandOutput, UserNotFoundException, UserType,
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
   * @throws Problem `unavailable`
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
   */
  public async delete(username: string): Promise<void> {
    const command = new AdminDeleteUserCommand({ UserPoolId: this.userPoolId, Username: username });
    await this.budget.repeatable(async (abortSignal) => {
      try {
        await client.send(command, { abortSignal });
      } catch (error) {
        // Deleted before, possibly by an earlier attempt whose response was lost.
        if (!(error instanceof UserNotFoundException)) {
          throw error;
        }
      }
    });
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

/** Without a list, it would seem that there is no such user. */
function requireUsers(response: ListUsersCommandOutput): ListUsersCommandOutput & { readonly Users: UserType[] } {
  const { Users } = response;
  if (!Users) {
    throw new InvalidResponse('The response has no users.');
  }
  return { ...response, Users };
}
