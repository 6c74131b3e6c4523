import { spawn } from 'node:child_process';

/**
 * Runs tasks of projen at the same time, each of which uses one processor for most of its time, and prints the output of each at its end.
 *
 *     tsx scripts/in-parallel.ts <task>...
 */
async function main(tasks: string[]): Promise<void> {
  const results = await Promise.all(tasks.map(run));
  const failed = tasks.filter((_, index) => results[index] !== 0);
  if (failed.length > 0) {
    console.error(`Failed: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
}

/** Returns the exit code of a task. Without one, a signal ended it. */
async function run(task: string): Promise<number | null> {
  const output: Buffer[] = [];
  const child = spawn('npx', ['projen', task], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  process.stdout.write(Buffer.concat(output));
  return code;
}

void main(process.argv.slice(2));
