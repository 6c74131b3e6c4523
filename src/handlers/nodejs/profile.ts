import { requireEnv } from './environment';
import { handler } from './http-api/handler';
import { logWarmUpFailure } from './http-api/log';
import { deleteProfile, readProfile, replaceProfile, updateProfile } from './profile-operations';
import { warmUp as warmUpStore } from './store/warm-up';
import { Environment } from '../../api/environment';

// The handlers of the signed-in user's profile.

/**
 * Makes the first request as fast as later ones. `profile.mjs` waits for it while Lambda initializes the function.
 *
 * Does not throw: a request finds the same fault and responds accordingly.
 */
export async function warmUp(): Promise<void> {
  try {
    await warmUpStore(requireEnv(Environment.DYNAMODB_TABLE));
  } catch (error) {
    logWarmUpFailure(error);
  }
}

/** `GET /user/profile` */
export const read = handler(async (request) => readProfile(request, request.sub));

/** `POST /user/profile` */
export const replace = handler(async (request) => replaceProfile(request, request.sub, 'user'));

/** `PATCH /user/profile` */
export const update = handler(async (request) => updateProfile(request, request.sub, 'user'));

/** `DELETE /user/profile` */
const deleteOwn = handler(async (request) => deleteProfile(request, request.sub));
export { deleteOwn as delete };
