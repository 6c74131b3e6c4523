import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { promisify } from 'node:util';
import * as ts from 'typescript';
import { Workspace } from './workspace';

/** An error that a compiler or type checker reports. */
export interface CompileError {
  /** The file, relative to the workspace. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

const TYPESCRIPT_OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
};

const MYPY_SETTINGS = `[mypy]
strict = true
# The context managers of the generated client pass arguments on in a way that strict mode does not accept.
[mypy-profile_client.client]
ignore_errors = true
`;

/** Compiles the TypeScript programs, and the generated code that they import. */
export function typeScriptErrors(workspace: Workspace): CompileError[] {
  const host = { ...ts.createCompilerHost(TYPESCRIPT_OPTIONS), getCurrentDirectory: () => workspace.directory };
  const program = ts.createProgram(['check.ts', 'mistakes.ts'].map((name) => workspace.path(name)), TYPESCRIPT_OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, code, messageText }) => ({
    file: file ? relative(workspace.directory, file.fileName) : '',
    line: file ? file.getLineAndCharacterOfPosition(start!).line + 1 : 0,
    code: `TS${code}`,
    message: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
}

/** Type-checks the Python programs, and the generated code. */
export async function mypyErrors(workspace: Workspace, python: string, signal: AbortSignal): Promise<CompileError[]> {
  await writeFile(workspace.path('mypy.ini'), MYPY_SETTINGS);
  const args = ['-m', 'mypy', '--config-file', 'mypy.ini', '--output', 'json', 'check.py', 'mistakes.py', 'profile_client'];
  const stdout = await promisify(execFile)(python, args, { cwd: workspace.directory, signal }).then(
    (result) => result.stdout,
    (error: { code?: unknown; stdout: string }) => {
      // The exit code for errors in the checked files.
      if (error.code !== 1) {
        throw error;
      }
      return error.stdout;
    },
  );
  return stdout.trim().split('\n').map((line) => JSON.parse(line)).filter(({ severity }) => severity === 'error');
}
