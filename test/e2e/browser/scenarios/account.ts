import { Page } from 'playwright-core';
import { Failure } from '../../../../scripts/lib/command/failure';
import { Visit } from '../visit';

/** Creates an account, with the code that is on the mail page, and signs in. */
export async function createAccount(visit: Visit): Promise<void> {
  const { tab, user } = visit;
  await visit.step('Open the page', async () => {
    await tab.open();
    await visit.look('signed-out');
  });
  await visit.step('Create an account on the sign-up page', async () => {
    await tab.button('Create an account').click();
    await tab.field('Email').fill(user.email);
    await tab.field('Password').fill(user.password);
    await visit.look('sign-up');
    await tab.button('Create the account').click();
    await tab.expectFocus(tab.field('Confirmation code'));
  });
  await visit.step('Read the code on the mail page, and confirm', async () => {
    const [mail] = await Promise.all([tab.page.waitForEvent('popup'), tab.page.getByRole('link', { name: 'the mail' }).click()]);
    const code = await codeIn(mail, user.email);
    await visit.look('mail', mail);
    await mail.close();
    await tab.field('Confirmation code').fill(code);
    await visit.look('confirm');
    await tab.button('Confirm').click();
  });
  await visit.step('Sign in: an empty form', async () => {
    await tab.signInAs(user);
    await tab.page.getByText('You have no profile yet. Fill in the form, and save it.').waitFor();
  });
}

async function codeIn(mail: Page, email: string): Promise<string> {
  const text = await mail.getByRole('article').filter({ hasText: email }).innerText({ timeout: 10_000 });
  const [code] = /\b\d{6}\b/.exec(text) ?? [];
  if (code === undefined) {
    throw new Failure(`The mail has no code of six digits: ${text}`);
  }
  return code;
}
