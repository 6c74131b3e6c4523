import { read } from '../lib/documentation/documents';
import { EXAMPLES } from '../lib/documentation/examples';

/** The first page: `site/home.mdx`, with the first example of README and the state of the package. */
export function home(): string {
  const { version } = JSON.parse(read('package.json'));
  const [{ visible }] = EXAMPLES;
  return read('site/home.mdx')
    .replace('EXAMPLE', () => `\`\`\`ts\n${visible}\`\`\``)
    .replace('STATUS', version === '0.0.0' ? 'Nothing is released yet. Build the package from a clone.' : `The newest version is ${version}.`);
}
