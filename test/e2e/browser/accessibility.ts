import axe, { AxeResults } from 'axe-core';
import { Page } from 'playwright-core';
import { Failure } from '../../../scripts/lib/command/failure';

/**
 * Checks a page with all rules of axe. A violation is a failure.
 *
 * @see https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
 */
export async function expectAccessible(page: Page): Promise<void> {
  // The debugger evaluates it, so the content security policy does not apply.
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
  if (passes.length === 0) {
    throw new Failure('axe checked nothing.');
  }
  if (violations.length > 0) {
    throw new Failure(violations.flatMap(({ id, help, nodes }) => nodes.map((node) => (
      `axe ${id}: ${help}\n  ${node.html}\n  ${node.failureSummary?.replaceAll('\n', '\n  ')}`
    ))).join('\n'));
  }
}
