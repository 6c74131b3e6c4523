import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Session } from '../../../scripts/lib/command/session';
import { Example } from '../../../scripts/lib/documentation/examples';
import { Translations } from '../../../scripts/lib/documentation/translations';
import { Checks } from '../checks';

/** Parses each example in Java. It is not compiled: what is translated lacks some imports. */
export async function checkJava(session: Session, checks: Checks, translations: Map<Example, Translations>): Promise<void> {
  for (const [index, [{ document, heading }, { java }]] of [...translations].entries()) {
    const file = session.path(`Example${index}.java`);
    await writeFile(file, inClass(`Example${index}`, java));
    const parse = { name: 'Parse.java', file: 'java', args: [join(__dirname, 'Parse.java'), file], remedy: 'Install a JDK, 17 or later.' };
    await checks.check(`${document}, ${heading}`, async () => session.run(parse), () => 'parsed');
  }
}

function inClass(name: string, example: string): string {
  const isImport = (line: string) => line.startsWith('import ');
  const lines = example.split('\n');
  return [
    ...lines.filter(isImport),
    `class ${name} {`,
    'void run() {',
    ...lines.filter((line) => !isImport(line)),
    '}',
    '}',
  ].join('\n');
}
