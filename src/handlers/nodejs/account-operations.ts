import { RequestBudget } from './aws/request-budget';
import { requireEnv } from './environment';
import { HttpApiResponse, noContentResponse } from './http-api/response';
import { eraseProfile } from './store/erase-profile';
import { profileKey } from './store/profile-key';
import { UserPool } from './user-pool/user-pool';
import { Environment } from '../../api/environment';

/**
 * Erases the account of a user: first the profile, then the user of the user pool.
 *
 * In this order, because the user can repeat the request while the user exists. The tombstone, which is there from the start, keeps a
 * token that is still valid from creating the profile again. Each step can be repeated, so that a repetition finishes what broke off.
 *
 * @param usernameIn returns the username of the user in the user pool
 */
export async function eraseAccount(sub: string, usernameIn: (users: UserPool) => Promise<string>): Promise<HttpApiResponse> {
  const budget = new RequestBudget();
  const key = profileKey(sub, Number(requireEnv(Environment.USER_PARTITIONS)));
  await eraseProfile(budget, requireEnv(Environment.DYNAMODB_TABLE), key, requireEnv(Environment.TIME_TO_LIVE_ATTRIBUTE));
  const users = new UserPool(budget, requireEnv(Environment.USER_POOL_ID));
  await users.delete(sub, await usernameIn(users));
  return noContentResponse();
}
