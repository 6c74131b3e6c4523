import { eraseAccount } from './account-operations';
import { administratorHandler, subjectOf } from './http-api/administrator';

// The handler of the accounts of all users, for administrators.

/** `DELETE /users/{sub}` */
const deleteOfUser = administratorHandler(async (request) => {
  const sub = subjectOf(request);
  return eraseAccount(sub, async (users) => (await users.usernameOf(sub)) ?? sub);
});
export { deleteOfUser as delete };
