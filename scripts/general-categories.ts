import { writeFileSync } from 'fs';
import * as path from 'path';

/**
 * Writes the code points of Unicode's general categories into the library, so that a pattern with `\p{…}` means the same on every machine.
 *
 * Takes them from the Node.js that runs it. Run it with one of a newer Unicode to update them.
 */
const FILE = path.join(__dirname, '..', 'src', 'profile-schema', 'pattern', 'general-categories.ts');
/** Without `Cn`, which is what is in no other one, and `Cs`, the surrogates, which no profile can have. */
const CATEGORIES = [
  'Cc', 'Cf', 'Co', 'Ll', 'Lm', 'Lo', 'Lt', 'Lu', 'Mc', 'Me', 'Mn', 'Nd', 'Nl', 'No', 'Pc', 'Pd', 'Pe', 'Pf', 'Pi', 'Po', 'Ps', 'Sc', 'Sk', 'Sm', 'So',
  'Zl', 'Zp', 'Zs',
];
const LINE_LENGTH = 140;

/** The gaps between ranges, and the lengths of these. */
function distancesOf(category: string): number[] {
  const expression = new RegExp(`^\\p{${category}}$`, 'u');
  const distances: number[] = [];
  let last = 0;
  let isMember = false;
  for (let codePoint = 0; codePoint <= 0x110000; codePoint += 1) {
    if ((codePoint < 0x110000 && expression.test(String.fromCodePoint(codePoint))) !== isMember) {
      distances.push(codePoint - last);
      last = codePoint;
      isMember = !isMember;
    }
  }
  return distances;
}

function render(category: string): string {
  const text = distancesOf(category).map((distance) => distance.toString(36)).join(' ');
  const lines = text.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g'))!;
  return `  ${category}: ${lines.map((line) => `'${line}'`).join('\n    + ')},`;
}

writeFileSync(FILE, `// Written by scripts/general-categories.ts; do not edit.

/** The version of Unicode that \`GENERAL_CATEGORIES\` is of. */
export const UNICODE_VERSION = '${process.versions.unicode}';

/**
 * The code points of Unicode's general categories: by turns how many are none of the category, and how many are, in base 36.
 *
 * @see https://www.unicode.org/reports/tr44/#General_Category_Values
 */
export const GENERAL_CATEGORIES: Readonly<Record<string, string>> = {
${CATEGORIES.map(render).join('\n')}
};
`);
