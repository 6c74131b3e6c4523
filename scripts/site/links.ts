import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { Page } from './page';
import { anchorOf, mapProse } from './prose';
import { fileUrl, PUBLIC, urlOf } from './site';
import { REPOSITORY } from '../../projenrc/repository';
import { fileOf } from '../lib/documentation/links';
import { ROOT } from '../lib/root';

const IMAGE = /\.(png|svg)$/;

/** Makes links between documents links between pages, and links to other files links to the repository. */
export class Links {
  constructor(private readonly pages: readonly Page[]) {}

  public rewrite(markdown: string, document: string): string {
    return mapProse(markdown, (prose) => prose
      .replaceAll(/\]\(([^)\s]+)\)/g, (_, address) => `](${this.resolve(address, document)})`)
      .replaceAll(/^(\[[^\]]+\]): (\S+)$/gm, (_, label, address) => `${label}: ${this.resolve(address, document)}`)
      // The buttons of the first page.
      .replaceAll(/^( +link): (\S+)$/gm, (_, key, address) => `${key}: ${this.resolve(address, document)}`)
      .replaceAll(/\ssrc="([^"]+)"/g, (_, address) => ` src="${this.resolve(address, document)}"`));
  }

  private resolve(address: string, document: string): string {
    const [target, anchor] = address.split('#');
    const file = fileOf(address, document);
    // What begins with a slash is an address of the site already.
    if (file === undefined || target.startsWith('/')) {
      return address;
    }
    const page = this.pageOf(file, anchor);
    if (page) {
      return urlOf(page.slug, anchor !== anchorOf(page.title) && anchor !== onlySection(page) ? anchor : undefined);
    }
    if (!existsSync(path.join(ROOT, file))) {
      throw new Error(`${document} links to ${address}, which does not exist. Correct the link.`);
    }
    return IMAGE.test(file) ? copied(file) : onGitHub(file);
  }

  /** Of several pages that are made of one document, the one with the heading. */
  private pageOf(file: string, anchor?: string): Page | undefined {
    const pages = this.pages.filter(({ document }) => document === file);
    return pages.find((page) => anchor && anchorsOf(page).includes(anchor)) ?? pages[0];
  }
}

function anchorsOf({ body, sections = [] }: Page): string[] {
  const headings = [...body.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
  return [...sections, ...headings].map(anchorOf);
}

/** The heading that a page of one section has as its title. */
function onlySection({ sections = [] }: Page): string | undefined {
  return sections.length === 1 ? anchorOf(sections[0]) : undefined;
}

function copied(file: string): string {
  const target = path.join(PUBLIC, 'files', file);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(path.join(ROOT, file), target);
  return fileUrl(`files/${file}`);
}

function onGitHub(file: string): string {
  return `${REPOSITORY.url}/${statSync(path.join(ROOT, file)).isDirectory() ? 'tree' : 'blob'}/main/${file}`;
}
