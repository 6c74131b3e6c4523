import { eraseAccount } from './account-operations';
import { handler } from './http-api/handler';

// The handler of the signed-in user's account.

/** `DELETE /user` */
const deleteOwn = handler(async (request) => {
  const { sub, username } = request;
  return eraseAccount(sub, async () => username);
});
export { deleteOwn as delete };
