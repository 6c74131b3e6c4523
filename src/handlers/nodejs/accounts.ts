import { eraseAccount } from './account-operations';
import { administratorHandler, subjectOf } from './http-api/administrator';

// The handler of the accounts of all users, for administrators.

/** `DELETE /users/{sub}` */
const deleteOfUser = administratorHandler(async (request) => {
  const sub = subjectOf(request);
  // A user who signed up a moment ago might not be listed yet. A local user is known by the `sub` too.
  return eraseAccount(sub, async (users) => (await users.usernameOf(sub)) ?? sub);
});
export { deleteOfUser as delete };
