import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Page } from 'playwright-core';

/** A directory of screenshots, whose names are in the order in which they were taken. */
export class Album {
  /** Creates the directory, without the screenshots of an earlier run. */
  public static async create(directory: string): Promise<Album> {
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    return new Album(directory);
  }

  private count = 0;

  private constructor(private readonly directory: string) {}

  /** Starts the next entry. Returns a function that adds screenshots to it. */
  public entry(name: string): (page: Page, suffix: string) => Promise<void> {
    const prefix = `${String(++this.count).padStart(2, '0')}-${name}`;
    return async (page, suffix) => {
      await page.screenshot({ path: join(this.directory, `${prefix}${suffix}.png`), fullPage: true, animations: 'disabled' });
    };
  }
}
