import { createUser } from './users';
import { addToGroup } from '../lib/user/group';
import { Journey, User } from '../lib/user/journey';
import { signIn } from '../lib/user/sign-in';

/** The group of administrators of the apps that have one. */
export const ADMIN_GROUP = 'admins';
const ADMINISTRATOR: User = { email: 'charles@example.com', password: 'Difference-Engine-1822' };

/** Creates an administrator, and signs the administrator in. Returns the access token. */
export async function signInAsAdministrator(journey: Journey): Promise<string> {
  const ofAdministrator = { ...journey, user: ADMINISTRATOR };
  await journey.report.step(`AdminCreateUser ${ADMINISTRATOR.email}`, async () => createUser(ofAdministrator), () => 'created');
  await addToGroup(ofAdministrator, ADMIN_GROUP);
  return signIn(ofAdministrator);
}
