import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'fs';
import * as path from 'path';
import { build, BuildOptions } from 'esbuild';

/** Bundles the local command, and the pages that it serves, to where the package ships them. */
const ROOT = path.join(__dirname, '..');
const LOCAL = path.join(ROOT, 'scripts', 'local');
const PAGES = path.join(LOCAL, 'pages');
const TARGET = path.join(ROOT, 'assets', 'local');
const METAFILES = path.join(ROOT, '.metafiles');

async function main(): Promise<void> {
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  cpSync(path.join(ROOT, 'examples', 'web', 'dist'), path.join(TARGET, 'pages'), { recursive: true });
  for (const page of ['sign-up.html', 'mail.html']) {
    copyFileSync(path.join(PAGES, page), path.join(TARGET, 'pages', page));
  }
  copyFileSync(path.join(LOCAL, 'requirements.txt'), path.join(TARGET, 'requirements.txt'));
  await bundle('pages', {
    entryPoints: ['sign-up.ts', 'mail.ts'].map((page) => path.join(PAGES, page)),
    outdir: path.join(TARGET, 'pages'),
    format: 'esm',
    target: 'es2022',
  });
  await bundle('local', {
    entryPoints: { main: path.join(LOCAL, 'package.ts') },
    outdir: TARGET,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
}

/** Bundles, and records what is in the bundle for its licenses. */
async function bundle(name: string, options: BuildOptions): Promise<void> {
  const { metafile } = await build({ ...options, bundle: true, minify: true, metafile: true });
  mkdirSync(METAFILES, { recursive: true });
  writeFileSync(path.join(METAFILES, `${name}.json`), JSON.stringify(metafile));
}

void main();
