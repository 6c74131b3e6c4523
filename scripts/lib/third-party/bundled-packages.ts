import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Metafile } from 'esbuild';

/** What esbuild puts in place of a module that a package leaves out for browsers. It is empty. */
const DISABLED = '(disabled):';

/** A package of others, with code in a bundle. */
export interface BundledPackage {
  readonly directory: string;
  readonly name: string;
  readonly version: string;
  /** Its license in SPDX, as its `package.json` has it. */
  readonly license: unknown;
}

/** Returns the packages whose code is in the outputs of esbuild, sorted by name. The packages that esbuild only read are not. */
export function bundledPackages(metafiles: readonly Metafile[], project: string): BundledPackage[] {
  const modules = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && !file.startsWith(DISABLED));
  const root = realpathSync(project);
  const packages = new Map<string, BundledPackage>();
  for (const [file] of modules) {
    // Not by its path: `node_modules` can be a symbolic link, and esbuild names the files where they are.
    const found = packageOf(realpathSync(resolve(project, file)));
    if (found.directory !== root) {
      packages.set(found.directory, found);
    }
  }
  return [...packages.values()].sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version));
}

function packageOf(file: string): BundledPackage {
  for (let directory = dirname(file); ; directory = dirname(directory)) {
    const manifest = join(directory, 'package.json');
    if (existsSync(manifest)) {
      const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8'));
      // A package can have further files of this name, which only set the module format.
      if (name && version) {
        return { directory, name, version, license };
      }
    }
    if (directory === dirname(directory)) {
      throw new Error(`${file} is in a bundle, and in no package: no package.json above it has a name and a version.`);
    }
  }
}

/** By code units, so that the order is the same on every machine. */
function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
