import { BackEnd } from '../back-end';
import { eventually, expectEqual } from '../tab';
import { Visit } from '../visit';

const LABEL = 'Profile (JSON)';
/** Values of every kind, as the page shows them. */
const PROFILE = `{
  "name": "Ada",
  "most": 9007199254740991,
  "fraction": 0.1,
  "nested": {
    "list": [
      true,
      null,
      "Go"
    ]
  }
}`;
/** No double is equal to it. */
const LARGE = '12345678901234567890';

/** Edits a profile as a whole, because the service has no profile schema. */
export async function editJson(visit: Visit, backEnd: BackEnd): Promise<void> {
  const { tab, user } = visit;
  const save = async (text: string, status: number) => {
    await tab.field(LABEL).fill(text);
    expectEqual('the status of the response', await tab.save(), status);
  };
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
  await visit.step('Enter a number that the API does not accept: its message', async () => {
    await save(`{"large": ${LARGE}}`, 400);
    await tab.page.getByRole('alert').getByText('A number of the body is above 2^53 - 1').waitFor();
    await tab.expectFields({ [LABEL]: `{"large": ${LARGE}}` });
  });
  await visit.step('Save an object, and load the page again: the same text', async () => {
    await save(PROFILE, 200);
    await tab.expectStatus('Saved.');
    await tab.page.reload();
    await tab.expectFields({ [LABEL]: PROFILE });
    await visit.look('json-profile');
  });
  await visit.step('Change one member: a number that a back end stored keeps its digits', async () => {
    await backEnd.storeNumber('large', LARGE);
    await tab.page.reload();
    await eventually('the profile', /"large": 12345678901234567/, async () => tab.field(LABEL).inputValue());
    await save((await tab.field(LABEL).inputValue()).replace('"Ada"', '"Grace"'), 200);
    await tab.expectStatus('Saved.');
    expectEqual('the stored number', await backEnd.numberOf('large'), LARGE);
  });
  await visit.step('Delete the profile', async () => {
    await tab.button('Delete profile').click();
    await tab.responseTo('DELETE', async () => tab.button('Delete').click());
    await tab.expectStatus('Deleted.');
  });
}
