import { expectEqual } from '../tab';
import { Visit } from '../visit';

const LABEL = 'Profile (JSON)';
/** Numbers that no double is equal to, and values of every kind, as the page shows them. */
const PROFILE = `{
  "name": "Ada",
  "large": 12345678901234567890,
  "precise": 0.1234567890123456789,
  "nested": {
    "list": [
      true,
      null,
      "将棋"
    ]
  }
}`;

/** Edits a profile as a whole, because the service has no profile schema. */
export async function editJson(visit: Visit): Promise<void> {
  const { tab, user } = visit;
  await visit.step('Sign in: the profile is one field', async () => {
    await tab.openAs(user);
    await tab.expectFields({ [LABEL]: '{}' });
  });
  await visit.step('Enter a list: an error without a request', async () => {
    const requests = tab.countRequests();
    await tab.field(LABEL).fill('["Ada"]');
    await tab.button('Save').click();
    await tab.expectFieldError(LABEL, 'A profile is a JSON object, such as {"name": "Ann"}.');
    await tab.expectFocus(tab.field(LABEL));
    expectEqual('the number of requests', requests.count, 0);
    await visit.look('json-profile-error');
  });
  await visit.step('Save an object with numbers that JavaScript would round', async () => {
    await tab.field(LABEL).fill(PROFILE);
    expectEqual('the status of the response', await tab.save(), 200);
    await tab.expectStatus('Saved.');
  });
  await visit.step('Load the page again: the same text, with every digit', async () => {
    await tab.page.reload();
    await tab.expectFields({ [LABEL]: PROFILE });
    await visit.look('json-profile');
  });
  await visit.step('Change one member: the numbers stay', async () => {
    const changed = PROFILE.replace('"Ada"', '"Grace"');
    await tab.field(LABEL).fill(changed);
    expectEqual('the status of the response', await tab.save(), 200);
    await tab.expectStatus('Saved.');
    await tab.page.reload();
    await tab.expectFields({ [LABEL]: changed });
  });
}
