import { Page } from './page';

/** The average of adults who read non-fiction silently: Brysbaert, doi:10.1016/j.jml.2019.104047. */
const WORDS_PER_MINUTE = 238;
const MINUTES = 10;

/** The pages that take too long to read, each with its time. */
export function longPages(pages: readonly Page[]): string[] {
  return pages
    .map(({ document, slug, body }) => ({ document, slug, minutes: wordsOf(body) / WORDS_PER_MINUTE }))
    .filter(({ minutes }) => minutes >= MINUTES)
    .map(({ document, slug, minutes }) => `${slug} (of ${document}) takes ${minutes.toFixed(1)} minutes to read`);
}

/** The words of the text as it is written, with one language of each example. */
function wordsOf(markdown: string): number {
  return markdown.replaceAll(/\]\([^)]*\)|^\[[^\]]+\]: \S+$|<[^>]+>/gm, '').match(/[\p{L}\p{N}][^\s|]*/gu)?.length ?? 0;
}
