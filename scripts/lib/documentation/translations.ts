import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { BatchSnippetTranslator, CSharpVisitor, JavaVisitor, PythonVisitor, TypeScriptSnippet } from 'jsii-rosetta';
import { Example } from './examples';
import { translateToGo } from './go';
import { ROOT } from '../root';

/** What translates the examples, besides to Go. */
const VISITORS = {
  python: () => new PythonVisitor(),
  java: () => new JavaVisitor(),
  csharp: () => new CSharpVisitor(),
};

/** The languages that examples are translated to. */
export const LANGUAGES = ['python', 'java', 'go', 'csharp'] as const;

export type Language = typeof LANGUAGES[number];

export type Translations = Readonly<Record<Language, string>>;

/** Translates examples, most by jsii-rosetta, once `compile` has written the assembly. An example that does not compile is an error. */
export function translate(examples: readonly Example[]): Map<Example, Translations> {
  const directory = directoryWithPackages();
  try {
    const snippets = examples.map((example, index) => snippetOf(example, index));
    const batch = new BatchSnippetTranslator(snippets, { includeCompilerDiagnostics: true, compilationDirectory: directory });
    const go = translateToGo(examples, directory);
    return new Map([...batch].map(([, translator], index) => {
      const translations = Object.entries(VISITORS).map(([language, visitor]) => [language, tidy(translator.renderUsing(visitor()))]);
      if (translator.diagnostics.length > 0) {
        const { document, heading } = examples[index];
        const messages = translator.diagnostics.map(({ messageText }) => JSON.stringify(messageText));
        throw new Error(`${document}, ${heading}: the example can't be translated: ${messages.join('; ')}`);
      }
      return [examples[index], { ...Object.fromEntries(translations), go: go[index] } as Translations];
    }));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A directory where the compiler finds this package and its dependencies by their names, as in a user's app. */
function directoryWithPackages(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'examples-'));
  const modules = path.join(directory, 'node_modules');
  mkdirSync(modules);
  symlinkSync(ROOT, path.join(modules, 'cdk-cognito-profile-service'));
  for (const name of ['aws-cdk-lib', 'constructs']) {
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name));
  }
  return directory;
}

function snippetOf({ document, visible, code }: Example, index: number): TypeScriptSnippet {
  // The name of a file in memory, which must be unique.
  const fileName = `${document}-${index}`;
  return { visibleSource: visible, completeSource: code, location: { api: { api: 'file', fileName } } };
}

/** An empty line between imports and statements, as in the original, and no import twice. */
function tidy(source: string): string {
  const isImport = (line: string) => /^(import|from|using) /.test(line);
  const lines = source.trim().replaceAll(/;(?=(new|using) )/g, ';\n').split('\n');
  const imports = [...new Set(lines.filter(isImport))];
  const statements = lines.filter((line) => !isImport(line)).join('\n').trim();
  return imports.length > 0 ? `${imports.join('\n')}\n\n${statements}` : statements;
}
