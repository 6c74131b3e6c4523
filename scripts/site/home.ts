import { read } from '../lib/documentation/documents';
import { EXAMPLES } from '../lib/documentation/examples';

/** The first page: `site/home.mdx`, with the first example of README and the state of the package. */
export function home(): string {
  // The version in package.json is set by a release only, and the site is built from the repository.
  const [, version] = /^## (\d\S*)/m.exec(read('CHANGELOG.md')) ?? [];
  const [{ visible }] = EXAMPLES;
  return read('site/home.mdx')
    .replace('EXAMPLE', () => `\`\`\`ts\n${visible}\`\`\``)
    .replace('STATUS', version ? `The newest version is ${version}.` : 'Nothing is released yet. Build the package from a clone.');
}
