import { randomUUID } from 'crypto';
import { ADMINISTRATOR } from './profile-client';
import { Item } from '../database/profile-table';
import { Functions } from '../drivers/functions';

/** A page of the list of profiles. */
export interface Page {
  readonly profiles: readonly Item[];
  readonly cursor?: string;
}

/** An administrator who lists profiles. */
export class ListClient {
  /** @param environment of the list */
  constructor(private readonly functions: Functions, private readonly environment: Record<string, string> = {}) {}

  /** Requests a page, with these query parameters. */
  public async request(parameters: Record<string, string | number | undefined> = {}): Promise<{ status: number; body: string }> {
    const query = new URLSearchParams();
    Object.entries(parameters).filter(([, value]) => value !== undefined).forEach(([name, value]) => query.set(name, String(value)));
    const request = { method: 'GET', path: `/users/profiles?${query}` };
    const { response } = await this.functions.send('2.0', request, ADMINISTRATOR, randomUUID(), this.environment);
    return { status: response.statusCode, body: response.body! };
  }

  /** Reads a page. */
  public async read(limit?: number, cursor?: string): Promise<Page> {
    const { status, body } = await this.request({ limit, cursor });
    if (status !== 200) {
      throw new Error(`answered ${status}: ${body}`);
    }
    return JSON.parse(body);
  }

  /** Reads all pages; each of the limits is that of a page, in turn. */
  public async readAll(limits: readonly (number | undefined)[] = [undefined], maxPages = 1_000): Promise<Page[]> {
    const pages: Page[] = [];
    do {
      pages.push(await this.read(limits[pages.length % limits.length], pages.at(-1)?.cursor));
    } while (pages.at(-1)!.cursor !== undefined && pages.length < maxPages);
    return pages;
  }
}
