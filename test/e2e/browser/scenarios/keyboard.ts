import { Locator } from 'playwright-core';
import { Failure } from '../../../../scripts/lib/command/failure';
import { Tab } from '../tab';
import { Visit } from '../visit';

const MOST_STEPS = 40;

/** Uses the page with the keyboard only: signs in, saves, deletes and signs out, without the mouse. */
export async function useKeyboard(visit: Visit): Promise<void> {
  const { user } = visit;
  const tab = await visit.newTab();
  const { keyboard } = tab.page;
  await visit.step('By keyboard: sign in', async () => {
    await tab.open();
    await press(tab, tab.button('Sign in'), 'Enter');
    await tab.expectFocus(tab.field('Username'));
    await keyboard.type(user.email);
    await keyboard.press('Tab');
    await keyboard.type(user.password);
    await keyboard.press('Enter');
    await tab.button('Save').waitFor();
  });
  await visit.step('By keyboard: fill in the form, and save it', async () => {
    await moveTo(tab, tab.field('Name'));
    await keyboard.type('Ada');
    await moveTo(tab, tab.field('Language'));
    await keyboard.type('Fra');
    await press(tab, tab.field('Remind me by email'), 'Space');
    await moveTo(tab, tab.field('City'));
    await keyboard.type('London');
    await tab.responseTo('write', async () => press(tab, tab.button('Save'), 'Enter'));
    await tab.expectStatus('Saved.');
    await tab.expectFields({ 'Name': 'Ada', 'Language': '"Français"', 'Remind me by email': true, 'City': 'London' });
    await tab.expectFocus(tab.button('Save'));
  });
  await visit.step('By keyboard: delete the profile', async () => {
    await press(tab, tab.button('Delete profile'), 'Space');
    await tab.expectFocus(tab.button('Cancel'));
    await tab.responseTo('DELETE', async () => press(tab, tab.button('Delete'), 'Enter'));
    await tab.expectStatus('Deleted.');
  });
  await visit.step('By keyboard: sign out', async () => {
    await press(tab, tab.button('Sign out'), 'Enter');
    await tab.page.getByRole('heading', { name: 'Your profile, in one place' }).waitFor();
    await tab.page.close();
  });
}

/** Moves the focus to a control with Tab, and presses a key. */
async function press(tab: Tab, control: Locator, key: string): Promise<void> {
  await moveTo(tab, control);
  await tab.page.keyboard.press(key);
}

async function moveTo(tab: Tab, control: Locator): Promise<void> {
  await control.waitFor();
  const focused = control.and(tab.page.locator(':focus'));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await focused.count() > 0) {
      return;
    }
    await tab.page.keyboard.press('Tab');
  }
  throw new Failure(`Tab does not reach ${control} in ${MOST_STEPS} steps.`);
}
