/** Changes Markdown outside of its blocks of code. */
export function mapProse(markdown: string, change: (prose: string) => string): string {
  const parts = markdown.split(/(^ *```[^]*?^ *```$)/m);
  return parts.map((part, index) => (index % 2 === 0 ? change(part) : part)).join('');
}

/** The first paragraph, as plain text. */
export function summaryOf(markdown: string): string {
  const paragraph = markdown.split(/\n{2,}/).find((block) => /^[A-Z`*[]/.test(block)) ?? '';
  return paragraph.replaceAll(/\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])?/g, '$1').replaceAll(/[*`]/g, '').replaceAll(/\s+/g, ' ').trim();
}

/** The headings one level up, for a section that becomes a page. */
export function promoteHeadings(markdown: string): string {
  return mapProse(markdown, (prose) => prose.replaceAll(/^##(#+ )/gm, '#$1'));
}

/** The fragment that leads to a heading, as on GitHub. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\w -]/g, '').replaceAll(' ', '-');
}
