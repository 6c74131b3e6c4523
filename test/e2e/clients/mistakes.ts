import { readFile } from 'node:fs/promises';
import { CompileError } from './compile-errors';

/** A line of a program that must not compile. Its comment has the code of the error. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly code: string;
}

export async function readMistakes(path: string, file: string): Promise<Mistake[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((text, index) => {
    const found = /^(?:await )?(.*?);? *(?:\/\/|#) (TS\d+|[a-z]+-[a-z]+)$/.exec(text);
    return found ? [{ file, line: index + 1, text: found[1], code: found[2] }] : [];
  });
}

/** Returns the error that the compiler reports for a mistake. */
export function errorOf(mistake: Mistake, errors: readonly CompileError[]): CompileError | undefined {
  return errors.find((error) => isAt(mistake, error) && error.code === mistake.code);
}

/** Returns the errors that are not those of the mistakes. */
export function otherErrors(mistakes: readonly Mistake[], errors: readonly CompileError[]): CompileError[] {
  return errors.filter((error) => !mistakes.some((mistake) => isAt(mistake, error) && error.code === mistake.code));
}

function isAt({ file, line }: Mistake, error: CompileError): boolean {
  return error.file === file && error.line === line;
}
