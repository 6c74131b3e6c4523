import { read } from './documents';

/** The part of a document under a heading of the second level. */
export function section(document: string, title: string): string {
  const found = new RegExp(`^## ${title}\\n([^]*?)(?=^## |$(?![^]))`, 'm').exec(read(document));
  if (!found) {
    throw new Error(`${document} has no section "${title}".`);
  }
  return found[1];
}
