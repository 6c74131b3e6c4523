import { Browser, BrowserContext, Page } from 'playwright-core';
import { expectAccessible } from './accessibility';
import { Album } from './album';
import { Tab } from './tab';
import { Troubles } from './troubles';
import { Failure } from '../../../scripts/lib/command/failure';
import { Report } from '../../../scripts/lib/command/report';
import { User } from '../../../scripts/lib/user/journey';

export const WIDTHS = ['phone', 'desktop'] as const;
export type Width = (typeof WIDTHS)[number];

const VIEWPORTS: Readonly<Record<Width, { width: number; height: number }>> = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
};

export interface VisitOptions {
  readonly browser: Browser;
  readonly report: Report;
  readonly pageUrl: string;
  readonly width: Width;
  readonly user: User;
  /** The place of screenshots. Without it, nothing is looked at. */
  readonly album?: Album;
}

/** The visit of one person, with a browser profile of their own. */
export class Visit {
  /** Opens a browser profile for a visit, and closes it afterwards. */
  public static async run(options: VisitOptions, scenario: (visit: Visit) => Promise<void>): Promise<void> {
    const { browser, width } = options;
    const context = await browser.newContext({
      viewport: VIEWPORTS[width],
      isMobile: width === 'phone',
      hasTouch: width === 'phone',
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    const tab = new Tab(await context.newPage(), options.pageUrl);
    try {
      await scenario(new Visit(options, context, tab));
    } catch (error) {
      await options.album?.entry('failed')(tab.page, '');
      throw error;
    } finally {
      await context.close();
    }
  }

  private readonly troubles: Troubles;

  private constructor(private readonly options: VisitOptions, private readonly context: BrowserContext, public readonly tab: Tab) {
    this.troubles = new Troubles(context);
  }

  public get user(): User {
    return this.options.user;
  }

  /** Opens another tab. It shares no session with the first one. */
  public async newTab(): Promise<Tab> {
    return new Tab(await this.context.newPage(), this.options.pageUrl);
  }

  /** Runs a step. A trouble of any page of this visit is a failure. */
  public async step<T>(title: string, run: () => Promise<T>): Promise<T> {
    return this.options.report.step(title, async () => {
      const value = await run();
      this.troubles.expectNone();
      return value;
    }, () => '');
  }

  /** Takes screenshots of a page in light and dark, and checks that it is accessible in both and fits the width. */
  public async look(name: string, page: Page = this.tab.page): Promise<void> {
    const { album } = this.options;
    if (!album) {
      return;
    }
    const take = album.entry(name);
    await page.bringToFront();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
      await take(page, colorScheme === 'dark' ? '-dark' : '');
    }
    const [needed, available] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, document.documentElement.clientWidth]');
    if (needed > available) {
      throw new Failure(`The page is ${needed} pixels wide, and the window ${available}.`);
    }
  }
}
