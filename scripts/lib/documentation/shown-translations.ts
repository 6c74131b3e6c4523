import { DOCUMENTS, read } from './documents';
import { Example } from './examples';
import { Language } from './translations';

/** A translation that a document shows after its example. */
export interface ShownTranslation {
  readonly document: string;
  /** The example as the document shows it. */
  readonly visible: string;
  readonly language: Language;
  readonly text: string;
}

/** The translations that documents show: each follows its example, after a line that ends with its language. */
export const SHOWN_TRANSLATIONS: readonly ShownTranslation[] = DOCUMENTS.flatMap((document) => (
  [...read(document).matchAll(/^```ts(?: .*)?\n([^]*?)^```\n\nThe same in Python:\n\n```(python)\n([^]*?)^```$/gm)]
    .map(([, visible, language, text]) => ({ document, visible, language: language as Language, text }))
));

/** The example that a translation is of. */
export function exampleOf(shown: ShownTranslation, examples: Iterable<Example>): Example | undefined {
  return [...examples].find(({ document, visible }) => document === shown.document && visible === shown.visible);
}
