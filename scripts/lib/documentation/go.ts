import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { Example } from './examples';
import { GoWriter } from './go-writer';

const SETTINGS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  preserveSymlinks: true,
};

/**
 * Translates examples to Go, in a directory where the compiler finds their packages. What jsii-rosetta makes of them does not compile: it
 * names the packages wrongly, and no package of a struct.
 */
export function translateToGo(examples: readonly Example[], directory: string): string[] {
  const files = examples.map(({ code }, index) => {
    const file = path.join(directory, `example-${index}.ts`);
    // As a module, the example has a scope of its own.
    writeFileSync(file, `${code}\nexport {};\n`);
    return file;
  });
  const program = ts.createProgram(files, SETTINGS);
  return files.map((file) => {
    const source = program.getSourceFile(file)!;
    return new GoWriter(program.getTypeChecker(), source).write(visibleStatements(source));
  });
}

/** The statements between the marks of what is shown, or all if nothing is hidden. */
function visibleStatements(source: ts.SourceFile): ts.Statement[] {
  const shown = [...source.text.matchAll(/\/\/\/ !show([^]*?)\/\/\/ !hide/g)].map(({ index, 0: text }) => [index, index + text.length]);
  const isShown = (statement: ts.Statement) => {
    const start = statement.getStart(source);
    return shown.length === 0 || shown.some(([from, to]) => from < start && start < to);
  };
  const flat = (statements: readonly ts.Statement[]): ts.Statement[] => (
    statements.flatMap((statement) => (ts.isBlock(statement) ? flat([...statement.statements]) : [statement]))
  );
  return flat([...source.statements])
    .filter((statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
    .filter(isShown);
}
