import { ok, strictEqual } from 'node:assert';
import { environment } from '../environment';

/**
 * The sign-in page is there.
 *
 * A managed login page whose app client has no branding style says "Login pages unavailable".
 *
 * @see https://github.com/minorun365/html-share/issues/3
 */
export async function signInPage(): Promise<void> {
  const response = await fetch(environment('SIGN_IN_URL'));
  const page = await response.text();
  strictEqual(response.status, 200, `${response.url} answered ${response.status} instead of 200: ${page}`);
  ok(!/pages? unavailable/i.test(page), `The sign-in page says that it is unavailable: ${page}`);
}
