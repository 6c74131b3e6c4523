import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { DOCUMENTS, read } from './markdown';
import { RECIPES } from '../../scripts/lib/documentation/recipes';

interface Quote {
  readonly document: string;
  /** The name of the file, relative to the app. */
  readonly file: string;
  readonly text: string;
}

/** The functions that the recipes show, each after the name of its file. */
const QUOTES: Quote[] = DOCUMENTS.filter((document) => document.startsWith('docs/recipes/')).flatMap((document) =>
  [...read(document).matchAll(/`(lambda\/[^`]*\.\w+)`:\n\n```(?:js|python)\n([^]*?)^```$/gm)].map(([, file, text]) => ({ document, file, text })),
);

test.each(QUOTES)('$document shows $file as it is tested', ({ file, text }) => {
  expect(text).toBe(read(`examples/recipes/${file}`));
});

test('the recipes show every function, once', () => {
  const files = readdirSync(path.join(RECIPES, 'lambda'), { recursive: true, encoding: 'utf-8' })
    .filter((file) => /\.(?:mjs|py)$/.test(file))
    .map((file) => `lambda/${file.replaceAll(path.sep, '/')}`);
  expect(files.length).toBeGreaterThan(4);
  expect(QUOTES.map(({ file }) => file).sort()).toEqual(files.sort());
});
