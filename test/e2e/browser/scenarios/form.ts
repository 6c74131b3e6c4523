import { expectEqual } from '../tab';
import { Visit } from '../visit';

/** What a person enters: by label, a text, or whether a box is checked. The list is edited as JSON. */
export const ENTERED = {
  'Name': 'Zoë “Ada” Łukasiewicz 🌱',
  'About you': 'Learns Go.\nPlays it, too.',
  'Website': 'https://example.com/~zoë?a=1&b=2',
  'Language': '"日本語"',
  'Daily goal': '45',
  'Remind me by email': true,
  'Street': 'Bahnhofstrasse 1',
  'City': 'Zürich',
  'Interests': '["Schach", "将棋"]',
};
/** The same when it is read again: the editor of JSON indents it. */
export const STORED = { ...ENTERED, Interests: '[\n  "Schach",\n  "将棋"\n]' };

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
    await tab.answerTo('GET', async () => void await tab.page.reload());
    await tab.expectFields(STORED);
    await visit.look('form');
  });
}
