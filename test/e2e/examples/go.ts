import { writeFile } from 'node:fs/promises';
import { Session } from '../../../scripts/lib/command/session';
import { Example } from '../../../scripts/lib/documentation/examples';
import { Translations } from '../../../scripts/lib/documentation/translations';
import { Checks } from '../checks';

/** Checks the syntax of each example in Go. */
export async function checkGo(session: Session, checks: Checks, translations: Map<Example, Translations>): Promise<void> {
  for (const [index, [{ document, heading }, { go }]] of [...translations].entries()) {
    const file = session.path(`example-${index}.go`);
    await writeFile(file, inFunction(go));
    const gofmt = { name: 'gofmt', file: 'gofmt', args: ['-e', '-l', file], remedy: 'Install Go.' };
    await checks.check(`${document}, ${heading}`, async () => session.run(gofmt), () => 'parsed');
  }
}

function inFunction(example: string): string {
  const [, imports, statements] = /^(import \([^]*?^\))\n([^]*)$/m.exec(example)!;
  return ['package main', imports, 'func main() {', statements, '}', ''].join('\n');
}
