import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Page } from 'playwright-core';

/** A directory of screenshots, whose names are in the order in which they were taken. */
export class Album {
  private count = 0;

  constructor(private readonly directory: string) {}

  /** Starts the next entry. Returns a function that adds screenshots to it. */
  public entry(name: string): (page: Page, suffix: string) => Promise<void> {
    const prefix = `${String(++this.count).padStart(2, '0')}-${name}`;
    return async (page, suffix) => {
      await mkdir(this.directory, { recursive: true });
      await page.screenshot({ path: join(this.directory, `${prefix}${suffix}.png`), fullPage: true, animations: 'disabled' });
    };
  }
}
