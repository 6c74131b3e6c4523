import { ADMIN_GROUP } from './clients-app';
import { addToGroup } from '../../../scripts/lib/user/group';
import { Journey } from '../../../scripts/lib/user/journey';
import { signIn } from '../../../scripts/lib/user/sign-in';
import { signUp } from '../../../scripts/lib/user/sign-up';

/** Signs up a new user, who becomes an administrator, and signs the user in. Returns the access token. */
export async function administrator(journey: Journey, name: string): Promise<string> {
  const user = { ...journey.user, email: `${name}@example.com` };
  const ofUser = { ...journey, user };
  await signUp(ofUser);
  await addToGroup(ofUser, ADMIN_GROUP);
  return signIn(ofUser);
}
