import { Locator, Page, Response } from 'playwright-core';
import { Failure } from '../../../scripts/lib/command/failure';
import { User } from '../../../scripts/lib/user/journey';

const PROFILE_PATH = '/user/profile';
const UNAUTHORIZED = 401;
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
    await this.button('Sign in').click();
    await this.button('Save').waitFor();
  }

  /** Opens the page and signs in. */
  public async openAs(user: User): Promise<void> {
    await this.open();
    await this.button('Sign in').click();
    await this.signInAs(user);
  }

  /** Saves the form. Returns the status of the response. */
  public async save(): Promise<number> {
    return (await this.responseTo('write', async () => this.button('Save').click())).status();
  }

  /** Does something that sends a request for the profile. Returns the response to it, or to the next one after a rejected token. */
  public async responseTo(method: 'GET' | 'DELETE' | 'write', act: () => Promise<void>): Promise<Response> {
    const methods = method === 'write' ? ['POST', 'PATCH'] : [method];
    const [response] = await Promise.all([
      this.page.waitForResponse((candidate) => candidate.url().endsWith(PROFILE_PATH)
        && methods.includes(candidate.request().method()) && candidate.status() !== UNAUTHORIZED),
      act(),
    ]);
    return response;
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

  /** Waits until a field is marked as invalid, with an error that describes it. */
  public async expectFieldError(label: string, message: string | RegExp): Promise<void> {
    const field = this.field(label);
    await eventually(`the error of ${label}`, message, async () => this.errorOf(field));
    await eventually(`aria-invalid of ${label}`, 'true', async () => field.getAttribute('aria-invalid'));
  }

  /** Waits for a message of the alert. */
  public async expectAlert(text: string): Promise<void> {
    await this.page.getByRole('alert').getByText(text, { exact: true }).waitFor();
  }

  /** Counts the requests of this tab from now on whose URLs end with a path. */
  public countRequests(path = PROFILE_PATH): { readonly count: number } {
    const counter = { count: 0 };
    this.page.on('request', (request) => {
      counter.count += Number(request.url().endsWith(path));
    });
    return counter;
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
export async function eventually<T>(what: string, expected: T | RegExp, read: () => Promise<T>): Promise<void> {
  const deadline = Date.now() + WAIT_MILLISECONDS;
  for (;;) {
    const actual = await read();
    if (expected instanceof RegExp ? expected.test(String(actual)) : actual === expected) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Failure(`${what} is ${JSON.stringify(actual)}, and not ${expected instanceof RegExp ? expected : JSON.stringify(expected)}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

export function expectEqual<T>(what: string, actual: T, expected: T): void {
  if (actual !== expected) {
    throw new Failure(`${what} is ${JSON.stringify(actual)}, and not ${JSON.stringify(expected)}.`);
  }
}
