import { Locator, Page, Response } from 'playwright-core';
import { Failure } from '../../../scripts/lib/command/failure';
import { User } from '../../../scripts/lib/user/journey';

const PROFILE_PATH = '/user/profile';
const POLL_MILLISECONDS = 50;
const WAIT_MILLISECONDS = 10_000;

/** A tab with the page. Finds everything by its role and name, as people and screen readers do. */
export class Tab {
  constructor(public readonly page: Page, private readonly pageUrl: string) {
    page.setDefaultTimeout(WAIT_MILLISECONDS);
  }

  public async open(): Promise<void> {
    await this.page.goto(this.pageUrl);
    await this.page.getByRole('heading', { name: 'Your profile, in one place' }).waitFor();
  }

  public button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  public field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Signs in on the page of the sign-in domain. */
  public async signInAs({ email, password }: User): Promise<void> {
    await this.field('Username').fill(email);
    await this.field('Password').fill(password);
    await this.answerTo('GET', async () => this.button('Sign in').click());
  }

  /** Saves the form. Returns the status of the response. */
  public async save(): Promise<number> {
    return (await this.answerTo('write', async () => this.button('Save').click())).status();
  }

  /** Does something that sends a request for the profile. Returns the response, when the page has shown its effect. */
  public async answerTo(method: 'GET' | 'DELETE' | 'write', act: () => Promise<void>): Promise<Response> {
    const methods = method === 'write' ? ['POST', 'PATCH'] : [method];
    const [response] = await Promise.all([
      this.page.waitForResponse((candidate) => candidate.url().endsWith(PROFILE_PATH) && methods.includes(candidate.request().method())),
      act(),
    ]);
    await this.settle();
    return response;
  }

  /** Waits until the page accepts the next action. While one is under way, it ignores others. */
  public async settle(): Promise<void> {
    await this.page.locator('[aria-busy]').waitFor({ state: 'detached' });
  }

  /** Waits for the text of the status line. */
  public async expectStatus(text: string): Promise<void> {
    await eventually('the status', text, async () => this.page.getByRole('status').innerText());
  }

  /** Waits for the values of fields: texts, or whether a box is checked. */
  public async expectFields(values: Readonly<Record<string, string | boolean>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const field = this.field(label);
      await eventually(label, value, async () => typeof value === 'boolean' ? field.isChecked() : field.inputValue());
    }
  }

  /** Waits until a field has an error: in its description, and marked as invalid. */
  public async expectFieldError(label: string, message: string): Promise<void> {
    const field = this.field(label);
    await eventually(`the error of ${label}`, `true ${message}`, async () => `${await field.getAttribute('aria-invalid')} ${await this.errorOf(field)}`);
  }

  public async expectFocus(locator: Locator): Promise<void> {
    await locator.and(this.page.locator(':focus')).waitFor();
  }

  /** Returns the last text that describes a field, which is its error. */
  private async errorOf(field: Locator): Promise<string> {
    const ids = (await field.getAttribute('aria-describedby') ?? '').split(' ');
    return this.page.locator(`[id="${ids.at(-1)}"]`).innerText();
  }
}

/** Waits until a value is as expected. */
export async function eventually<T>(what: string, expected: T, read: () => Promise<T>): Promise<void> {
  const deadline = Date.now() + WAIT_MILLISECONDS;
  for (;;) {
    const actual = await read();
    if (actual === expected) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Failure(`${what} is ${JSON.stringify(actual)}, and not ${JSON.stringify(expected)}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

export function expectEqual<T>(what: string, actual: T, expected: T): void {
  if (actual !== expected) {
    throw new Failure(`${what} is ${JSON.stringify(actual)}, and not ${JSON.stringify(expected)}.`);
  }
}
