/** A page of the site, before its links and examples are those of the site. */
export interface Page {
  readonly slug: string;
  readonly title: string;
  /** The short name in the sidebar. */
  readonly label: string;
  /** The document from which the page is made, and to which its links are relative. */
  readonly document: string;
  /** What is there of the document: the headings of its sections, or nothing if it is all. */
  readonly sections?: readonly string[];
  /** The Markdown under the title. */
  readonly body: string;
}

export interface Group {
  readonly label: string;
  readonly collapsed?: boolean;
  readonly items: readonly (Page | Group)[];
}

export function pagesOf({ items }: Pick<Group, 'items'>): Page[] {
  return items.flatMap((item) => ('items' in item ? pagesOf(item) : [item]));
}
