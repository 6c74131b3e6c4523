import { read } from '../lib/documentation/documents';
import { EXAMPLES } from '../lib/documentation/examples';
import { newestRelease } from '../lib/documentation/newest-release';

/** The first page: `site/home.mdx`, with the first example of README and the state of the package. */
export function home(): string {
  const version = newestRelease();
  const [{ visible }] = EXAMPLES;
  return read('site/home.mdx')
    .replace('EXAMPLE', () => `\`\`\`ts\n${visible}\`\`\``)
    .replace('STATUS', version ? `The newest version is ${version}.` : 'Nothing is released yet. Build the package from a clone.');
}
