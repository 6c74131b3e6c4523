import { BrowserContext } from 'playwright-core';
import { Failure } from '../../../scripts/lib/command/failure';

/** What must not happen on a page: errors of its scripts, and violations of its content security policy. */
export class Troubles {
  private readonly found: string[] = [];

  constructor(context: BrowserContext) {
    context.on('weberror', (webError) => this.found.push(`a page has an error: ${webError.error().stack ?? webError.error().message}`));
    // Not every error of the console: Chromium also writes one for each response that is not a success, such as 404 and 422.
    context.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Permissions Policy|Trusted/i.test(message.text())) {
        this.found.push(`the content security policy is violated: ${message.text()}`);
      }
    });
  }

  /** Throws if anything was found. */
  public expectNone(): void {
    if (this.found.length > 0) {
      throw new Failure(this.found.splice(0).join('\n'));
    }
  }
}
