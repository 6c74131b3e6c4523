import { DOCUMENTS, read } from './documents';

/** An example in TypeScript. */
export interface Example {
  readonly document: string;
  readonly heading: string;
  /** The example as the document shows it. */
  readonly visible: string;
  /** What surrounds it, in `rosetta/`; nothing if the example is a whole app. */
  readonly fixture?: string;
  /** The example with what surrounds it, which jsii-rosetta hides. */
  readonly code: string;
}

/** The examples of all documents. */
export const EXAMPLES: readonly Example[] = DOCUMENTS.flatMap((document) => {
  const text = read(document);
  return [...text.matchAll(/^```ts(?: (.*))?\n([^]*?)^```$/gm)].map(({ index, 1: directive = 'fixture=default', 2: visible }) => {
    const fixture = directive === 'nofixture' ? undefined : directive.replace('fixture=', '');
    const heading = text.slice(0, index).match(/(?<=^#+ ).*$/gm)!.at(-1)!;
    return { document, heading, visible, fixture, code: fixture === undefined ? visible : completed(visible, fixture) };
  });
});

/** The examples that are shown in other languages; README has the file of a stack in each language, written by hand. */
export const TRANSLATED = EXAMPLES.filter(({ fixture }) => fixture !== 'app');

/** Puts an example into its fixture, as jsii-rosetta does it. */
function completed(visible: string, fixture: string): string {
  const imports = visible.match(/^import .*$/gm) ?? [];
  const statements = visible.replace(/^import .*$/gm, '').trim();
  const surroundings = read(`rosetta/${fixture}.ts-fixture`).replace('/// here', () => show([statements]));
  return [show(imports), surroundings].join('\n');
}

function show(lines: readonly string[]): string {
  return ['/// !show', ...lines, '', '/// !hide'].join('\n');
}
