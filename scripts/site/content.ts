import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { home } from './home';
import { Links } from './links';
import { Group, Page, pagesOf } from './page';
import { mapProse, summaryOf } from './prose';
import { CONTENT, PUBLIC, SITE } from './site';
import { hasTabs, withTabs, withTabsForDetails } from './tabs';
import { REPOSITORY } from '../../projenrc/repository';

const COMPONENTS = "import { Tabs, TabItem } from '@astrojs/starlight/components';";

/** Writes what the generator reads: a file for each page, and the sidebar. */
export function writeContent(outline: readonly Group[]): void {
  const pages = outline.flatMap(pagesOf);
  const links = new Links(pages);
  rmSync(CONTENT, { recursive: true, force: true });
  rmSync(path.join(PUBLIC, 'files'), { recursive: true, force: true });
  pages.forEach((page) => writePage(page, links));
  write('index.mdx', links.rewrite(withTabs(home()), 'README.md'));
  const sidebar = outline.map(sidebarOf);
  writeFileSync(path.join(SITE, 'src', 'generated.json'), JSON.stringify({ repository: REPOSITORY, sidebar }, undefined, 2));
}

function writePage(page: Page, links: Links): void {
  const body = links.rewrite(withTabs(withTabsForDetails(page.body)), page.document);
  const frontmatter = {
    title: page.title,
    description: summaryOf(page.body),
    ...page.document === 'API.md' ? { editUrl: false } : { editUrl: `${REPOSITORY.url}/edit/main/${page.document}` },
  };
  // Only pages with components are MDX, where braces and angle brackets in the text have a meaning.
  const text = hasTabs(body) ? `${COMPONENTS}\n\n${mapProse(body, closeElements)}` : body;
  write(`${page.slug}.${hasTabs(body) ? 'mdx' : 'md'}`, `---\n${JSON.stringify(frontmatter)}\n---\n\n${text}`);
}

/** The elements that HTML leaves open, as MDX wants them. */
function closeElements(prose: string): string {
  return prose.replaceAll(/<(img|br)\b([^>]*?)\s*\/?>/g, '<$1$2 />');
}

function sidebarOf(item: Page | Group): object {
  return 'items' in item
    ? { label: item.label, collapsed: item.collapsed ?? false, items: item.items.map(sidebarOf) }
    : { label: item.label, slug: item.slug };
}

function write(file: string, text: string): void {
  const target = path.join(CONTENT, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
