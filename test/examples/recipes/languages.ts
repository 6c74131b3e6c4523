import { describeWithPython } from '../../support/drivers/languages';

/** Defines the same tests for a function of a recipe in each language. */
export function describeEachFile(files: { readonly nodejs: string; readonly python: string }, define: (file: string) => void): void {
  describe(files.nodejs, () => define(files.nodejs));
  describeWithPython(files.python, () => define(files.python));
}
