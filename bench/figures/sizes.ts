import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Amount } from '../figure';
import { ownHandler } from '../functions/functions';

const ROOT = join(__dirname, '..', '..');

/** The bundle of the Node.js handlers, and the package as npm packs it. */
export async function sizes(): Promise<Amount[]> {
  const { directory } = ownHandler('nodejs', 'read');
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 16 * 1024 ** 2 });
  const [pack] = JSON.parse(packed);
  return [
    { kind: 'amount', group: 'Sizes', name: 'bundle of the Node.js handlers', value: statSync(join(directory, 'profile.cjs')).size / 1000, unit: 'KB', goal: 210 },
    { kind: 'amount', group: 'Sizes', name: 'package, packed', value: pack.size / 1000, unit: 'KB', goal: 650 },
  ];
}
