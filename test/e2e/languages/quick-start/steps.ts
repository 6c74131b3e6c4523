import { section } from '../../../docs/markdown';

/** A step of the quick start: commands to run, or the new content of a file. */
export type Step =
  | { readonly commands: string }
  | { readonly file: string; readonly content: string };

const BLOCK = /```(\S+).*\n([^]*?)^```$/gm;
const REPLACE = /Replace the content of `([^`]+)`[^`]*$/;

/** The files of README's quick start in a language that can't be followed here. */
export function quickStartFiles(language: string) {
  return quickStart(language).flatMap((step) => 'file' in step ? [step] : []);
}

/** The steps of README's quick start in a language, from an empty directory to the synthesized stack. */
export function quickStart(language: string): Step[] {
  const [text] = section('README.md', 'Quick start').split(/^### Deploy$/m);
  const parts = text.split(/^(?:### |<details>\n<summary><b>)([^<\n]+)(?:<\/b><\/summary>)?$/m);
  const part = parts[parts.indexOf(language) + 1];
  const steps: Step[] = [];
  let end = 0;
  for (const { 0: block, 1: kind, 2: content, index } of part.matchAll(BLOCK)) {
    const before = part.slice(end, index);
    end = index + block.length;
    const [, file] = REPLACE.exec(before) ?? [];
    if (kind === 'sh') {
      steps.push({ commands: content });
    } else if (file) {
      steps.push({ file, content });
    } else if (kind !== 'xml') {
      // The dependency of Java is checked with the names of the other packages, in test/docs/readme.test.ts.
      throw new Error(`README does not say what to do with this ${kind}:\n${content}`);
    }
  }
  return steps;
}
