import { copyFileSync, cpSync, mkdirSync, rmSync } from 'fs';
import * as path from 'path';
import { build } from 'esbuild';

/** Bundles the local command, and the pages that it serves, to where the package ships them. */
const ROOT = path.join(__dirname, '..');
const LOCAL = path.join(ROOT, 'scripts', 'local');
const PAGES = path.join(LOCAL, 'pages');
const TARGET = path.join(ROOT, 'assets', 'local');

async function bundle(): Promise<void> {
  rmSync(TARGET, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  cpSync(path.join(ROOT, 'examples', 'web', 'dist'), path.join(TARGET, 'pages'), { recursive: true });
  for (const page of ['sign-up.html', 'mail.html']) {
    copyFileSync(path.join(PAGES, page), path.join(TARGET, 'pages', page));
  }
  copyFileSync(path.join(LOCAL, 'requirements.txt'), path.join(TARGET, 'requirements.txt'));
  await build({
    entryPoints: ['sign-up.ts', 'mail.ts'].map((page) => path.join(PAGES, page)),
    outdir: path.join(TARGET, 'pages'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  await build({
    entryPoints: { main: path.join(LOCAL, 'package.ts') },
    outdir: TARGET,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
}

void bundle();
