import { signOut as requestSignOut } from '../../../../scripts/lib/user/sign-out';
import { environment } from '../environment';

/** The logout endpoint accepts the URL of the service, and redirects to the app. */
export async function signOut(): Promise<void> {
  await requestSignOut(environment('SIGN_OUT_URL'), new AbortController().signal);
}
