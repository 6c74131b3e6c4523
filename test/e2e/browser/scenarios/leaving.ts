import { expectEqual } from '../tab';
import { Visit } from '../visit';

/** Deletes the profile, after a question. */
export async function deleteProfile(visit: Visit): Promise<void> {
  const { tab } = visit;
  const dialog = tab.page.getByRole('dialog', { name: 'Delete your profile?' });
  await visit.step('Delete the profile, and cancel: it stays', async () => {
    const requests = tab.countRequests();
    await tab.button('Delete profile').click();
    await dialog.waitFor();
    await tab.expectFocus(tab.button('Cancel'));
    await visit.look('delete-dialog');
    await tab.button('Cancel').click();
    await dialog.waitFor({ state: 'detached' });
    await tab.expectFocus(tab.button('Delete profile'));
    await tab.expectFields({ 'Postal code': '100-0001' });
    expectEqual('the number of requests', requests.count, 0);
  });
  await visit.step('Delete it: an empty form', async () => {
    await tab.button('Delete profile').click();
    const response = await tab.responseTo('DELETE', async () => tab.button('Delete').click());
    expectEqual('the status of the response', response.status(), 204);
    await tab.expectStatus('Deleted.');
    await tab.expectFields({ 'Name': '', 'Daily goal': '', 'Remind me by email': false, 'City': '', 'Interests': '' });
    await tab.button('Delete profile').waitFor({ state: 'hidden' });
    await visit.look('deleted');
  });
}

/** Signs out. What was shown is not shown again. */
export async function signOut(visit: Visit): Promise<void> {
  const { tab } = visit;
  const welcome = tab.page.getByRole('heading', { name: 'Your profile, in one place' });
  await visit.step('Sign out: the page, without the profile', async () => {
    await tab.button('Sign out').click();
    await welcome.waitFor();
    expectEqual('the number of items in the session storage', await tab.page.evaluate<number>('sessionStorage.length'), 0);
  });
  await visit.step('Go back: still without it', async () => {
    // This loads the page. The headless browser does not restore pages from its back/forward cache, even with that cache enabled, so what
    // the page does after that is not checked here.
    await tab.page.goBack();
    await welcome.waitFor();
    expectEqual('the number of visible forms', await tab.page.getByRole('form').count(), 0);
    expectEqual('the number of addresses', await tab.page.getByText(visit.user.email).count(), 0);
  });
}
