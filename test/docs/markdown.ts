import { read } from '../../scripts/lib/documentation/documents';

export { DOCUMENTS, read } from '../../scripts/lib/documentation/documents';
export { definitionsOf, fileOf } from '../../scripts/lib/documentation/links';
export { section } from '../../scripts/lib/documentation/sections';

/** The cells of all rows of the tables. */
export function rowsOf(text: string): string[][] {
  return [...text.matchAll(/^\| (.*) \|$/gm)].map(([, cells]) => cells.split(' | '));
}

/** The fragments that lead to the headings of a document. */
export function anchorsOf(document: string): string[] {
  const prose = read(document).replace(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w -]/g, '').replace(/ /g, '-'));
}
