import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BundledPackage } from './bundled-packages';

/** The licenses under which code may be part of this package, which is under Apache-2.0. */
const ACCEPTED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
const LICENSE_FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;
const NOTICE_FILE = /^notice(?:[.-].*)?$/i;

/** Returns the license of a package, and its notice if it has one. A license that is missing or not accepted is an error. */
export function licenseText({ directory, name, version, license }: BundledPackage): string {
  if (!ACCEPTED.includes(license as string)) {
    throw new Error(`${name} ${version} is in a bundle, and its license is ${JSON.stringify(license)}, which is none of ${ACCEPTED.join(', ')}. ` +
      'Bundle another package, or accept the license in scripts/lib/third-party/license-texts.ts if it allows that.');
  }
  const files = readdirSync(directory).sort();
  const licenses = files.filter((file) => LICENSE_FILE.test(file));
  if (licenses.length === 0) {
    throw new Error(`${name} ${version} is in a bundle, and has no file with its license (${license}). Bundle another version or package.`);
  }
  return [...licenses, ...files.filter((file) => NOTICE_FILE.test(file))]
    .map((file) => readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}
