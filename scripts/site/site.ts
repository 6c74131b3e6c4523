import * as path from 'node:path';
import { REPOSITORY } from '../../projenrc/repository';
import { ROOT } from '../lib/root';

/** The project of the generator. */
export const SITE = path.join(ROOT, 'site');
/** Where the generator reads pages, and files that it copies. */
export const CONTENT = path.join(SITE, 'src', 'content', 'docs');
export const PUBLIC = path.join(SITE, 'public');

const { pathname: BASE } = new URL(REPOSITORY.site);

/** The address of a page on the site. */
export function urlOf(slug: string, anchor?: string): string {
  return `${BASE}${slug}/${anchor ? `#${anchor}` : ''}`;
}

/** The address of a file that the site contains. */
export function fileUrl(file: string): string {
  return `${BASE}${file}`;
}
