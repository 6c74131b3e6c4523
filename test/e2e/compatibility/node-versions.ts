import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../../scripts/lib/root';

/** The newest versions of the Node.js releases that AWS Lambda and the AWS CDK support, besides the one of development. */
export const NODE_VERSIONS = ['22.23.5', '24.22.3'];

/** Returns the path of `node` of this version, which npm has as a package for each platform. */
export async function installNode(version: string): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`;
  const directory = join(ROOT, '.compatibility', `node-${version}`);
  const node = join(directory, 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    console.log(`installing ${name}@${version}`);
    await promisify(execFile)('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', directory, `${name}@${version}`]);
  }
  return node;
}
