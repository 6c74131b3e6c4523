import { readFileSync, writeFileSync } from 'node:fs';
import { Metafile } from 'esbuild';
import { bundledPackages } from './lib/third-party/bundled-packages';
import { licenseText } from './lib/third-party/license-texts';

/**
 * Writes the licenses of the packages whose code is in bundles, from what esbuild recorded about each bundle.
 *
 *     tsx scripts/third-party-licenses.ts <file to write> <metafile>...
 */
const RULE = '-'.repeat(80);

function main([target, ...metafiles]: string[]): void {
  const packages = bundledPackages(metafiles.map(readMetafile), process.cwd());
  if (packages.length === 0) {
    throw new Error(`The bundles of ${metafiles.join(', ')} contain no package of others, and they should. Run \`npx projen bundle\`.`);
  }
  // Many packages have the same text, which is written once.
  const headings = new Map<string, string[]>();
  for (const bundled of packages) {
    const text = licenseText(bundled);
    headings.set(text, [...headings.get(text) ?? [], `${bundled.name} ${bundled.version} (${bundled.license})`]);
  }
  const sections = [...headings].map(([text, names]) => `${RULE}\n${names.join('\n')}\n${RULE}\n\n${text}\n`);
  writeFileSync(target, ['This package contains code of the following packages, under their licenses.\n', ...sections].join('\n'));
}

function readMetafile(file: string): Metafile {
  return JSON.parse(readFileSync(file, 'utf8'));
}

main(process.argv.slice(2));
