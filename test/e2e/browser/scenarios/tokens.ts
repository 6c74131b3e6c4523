import { expectEqual, Tab } from '../tab';
import { Visit } from '../visit';

/** Uses the page with tokens that are no longer valid. */
export async function expiredTokens(visit: Visit): Promise<void> {
  const { tab, user } = visit;
  await visit.step('Save with a rejected access token: one refresh, and saved', async () => {
    const refreshes = tab.countRequests('/oauth2/token');
    const failed = tab.page.waitForEvent('requestfailed', (request) => request.method() === 'PATCH');
    await damage(tab, 'access');
    await tab.field('Street').fill('千代田 1-1 🌱');
    expectEqual('the status of the response', await tab.save(), 200);
    await failed;
    await tab.expectStatus('Saved.');
    expectEqual('the number of token requests', refreshes.count, 1);
  });
  await visit.step('Save with a rejected refresh token, too: sign in again', async () => {
    await damage(tab, 'access', 'refresh');
    await tab.field('Postal code').fill('100-0001');
    await tab.button('Save').click();
    await tab.expectAlert('Your session has ended. Sign in again.');
    await tab.expectFocus(tab.button('Sign in'));
    await visit.look('session-ended');
  });
  await visit.step('Sign in again: the change is there, and is saved', async () => {
    await tab.button('Sign in').click();
    await tab.signInAs(user);
    await tab.expectStatus('Your changes from before are here. Save them to keep them.');
    await tab.expectFields({ 'Street': '千代田 1-1 🌱', 'Postal code': '100-0001' });
    expectEqual('the status of the response', await tab.save(), 200);
    await tab.expectStatus('Saved.');
  });
}

/**
 * Replaces tokens of a tab, so that the service rejects them as it does expired ones. The local AWS answers a rejected access token as API
 * Gateway does, without CORS headers, and the page can't see the response.
 */
async function damage(tab: Tab, ...names: readonly ('access' | 'refresh')[]): Promise<void> {
  // As a whole, because the local AWS does not check the signatures of refresh tokens.
  const damaged = Object.fromEntries(names.map((name) => [name, 'damaged']));
  await tab.page.evaluate(`sessionStorage.setItem('tokens',
    JSON.stringify({ ...JSON.parse(sessionStorage.getItem('tokens')), ...${JSON.stringify(damaged)} }))`);
}
