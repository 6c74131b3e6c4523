import { expectEqual } from '../tab';
import { Visit } from '../visit';

/** Signs out. What was shown is not shown again. */
export async function signOut(visit: Visit): Promise<void> {
  const { tab } = visit;
  const welcome = tab.page.getByRole('heading', { name: 'Your profile, in one place' });
  await visit.step('Sign out: the page, without the profile', async () => {
    await tab.button('Sign out').click();
    await welcome.waitFor();
    expectEqual('the session storage', await tab.page.evaluate<number>('sessionStorage.length'), 0);
  });
  await visit.step('Go back: still without it', async () => {
    await tab.page.goBack();
    await welcome.waitFor();
    expectEqual('the number of visible forms', await tab.page.getByRole('form').count(), 0);
    await visit.look('signed-out-again');
  });
}
