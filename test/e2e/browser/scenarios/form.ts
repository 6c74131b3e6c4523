import { expectEqual } from '../tab';
import { Visit } from '../visit';

/** What a person enters: by label, a text, or whether a box is checked. The list is edited as JSON. */
export const ENTERED = {
  'Name': 'Zoë “Ada” Łukasiewicz',
  'About you': 'Plays Go, and programs in it.\nAnswers on Sundays.',
  'Website': 'https://example.com/~zoë?a=1&b=2',
  'Language': '"Español"',
  'Daily goal': '45',
  'Remind me by email': true,
  'Street': 'Bahnhofstrasse 1',
  'City': 'Zürich',
  'Interests': '["chess", "hiking"]',
};
/** The same when it is read again: the editor of JSON indents it. */
export const STORED = { ...ENTERED, Interests: '[\n  "chess",\n  "hiking"\n]' };

/** Enters a profile, with what the schema does not allow first, and finds it again after a reload. */
export async function fillIn(visit: Visit): Promise<void> {
  const { tab } = visit;
  await visit.step('Save what the schema does not allow: errors beside the fields', async () => {
    await visit.look('empty-form');
    await tab.field('Daily goal').fill('3');
    await tab.field('Street').fill(ENTERED.Street);
    expectEqual('the status of the response', await tab.save(), 422);
    await tab.expectFieldError('Name', 'Enter a value.');
    await tab.expectFieldError('Daily goal', 'Enter a number that is not below 5.');
    await tab.expectFieldError('City', 'Enter a value.');
    await tab.expectFocus(tab.field('Name'));
    await visit.look('violations');
  });
  await visit.step('Correct and complete the form, and save it', async () => {
    const { Language, 'Remind me by email': _, ...texts } = ENTERED;
    for (const [label, text] of Object.entries(texts)) {
      await tab.field(label).fill(text);
    }
    await tab.field('Language').selectOption(Language);
    await tab.field('Remind me by email').check();
    expectEqual('the status of the response', await tab.save(), 200);
    await tab.expectStatus('Saved.');
    await visit.look('saved');
  });
  await visit.step('Load the page again: the same values', async () => {
    await tab.page.reload();
    await tab.expectFields(STORED);
    await visit.look('form');
  });
  await visit.step('Type into the read-only field: it stays as it is', async () => {
    await tab.field('Membership').focus();
    await tab.page.keyboard.type('plus');
    await tab.expectFields({ Membership: '' });
    expectEqual('its attribute readonly', await tab.field('Membership').getAttribute('readonly'), '');
  });
}

/** Makes mistakes in the JSON editor of a list, and returns to the stored version. */
export async function editList(visit: Visit): Promise<void> {
  const { tab } = visit;
  await visit.step('Enter a list that is not JSON: an error without a request', async () => {
    const requests = tab.countRequests();
    await tab.field('Interests').fill('["chess", ]');
    await tab.button('Save').click();
    await tab.expectAlert('The profile is not saved. Correct what is marked.');
    await tab.expectFieldError('Interests', /^This is not JSON: /);
    await tab.expectFocus(tab.field('Interests'));
    expectEqual('the number of requests', requests.count, 0);
    await visit.look('json-error');
  });
  await visit.step('Enter a list with duplicates: an error beside it', async () => {
    await tab.field('Interests').fill('["chess", "chess"]');
    expectEqual('the status of the response', await tab.save(), 422);
    await tab.expectFieldError('Interests', 'Enter each item only once.');
    await tab.expectFocus(tab.field('Interests'));
  });
  await visit.step('Reload, after a question', async () => {
    await tab.button('Reload').click();
    await tab.page.getByRole('dialog', { name: 'Reload without saving?' }).waitFor();
    await visit.look('reload-dialog');
    await tab.button('Reload without saving').click();
    await tab.expectStatus('This is the stored version.');
    await tab.expectFields(STORED);
  });
}
