import * as path from 'path';
import * as ts from 'typescript';
import { EXAMPLES } from '../../scripts/lib/documentation/examples';

const ROOT = path.join(__dirname, '..', '..');
const SETTINGS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  types: ['node'],
  paths: { 'cdk-cognito-profile-service': [path.join(ROOT, 'src', 'index.ts')] },
};

/** The examples as files that only the compiler sees. */
const FILES = new Map(EXAMPLES.map((example, index) => [path.join(ROOT, `example-${index}.ts`), example]));

// jsii-rosetta compiles only what ships: the examples of README and of doc comments.
test('every example has correct types', () => {
  const host = ts.createCompilerHost(SETTINGS);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => FILES.has(path.normalize(file)) || fileExists(file);
  host.readFile = (file) => FILES.get(path.normalize(file))?.code ?? readFile(file);
  const program = ts.createProgram([...FILES.keys()], SETTINGS, host);
  const errors = [...FILES].flatMap(([file, { document, heading }]) => {
    const source = program.getSourceFile(file)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .map(({ messageText }) => `${document}, ${heading}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
  expect(FILES.size).toBeGreaterThan(10);
  expect(errors).toEqual([]);
}, 120_000);
