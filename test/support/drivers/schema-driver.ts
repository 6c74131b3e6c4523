/**
 * Checks profiles by schemas with the code of the Node.js handlers, in a process of its own.
 *
 * For each line {document, calls: [[method, ...arguments]]} of standard input it writes a line with a list of {result, cpuMs}.
 */
import { createInterface } from 'readline';
import { jsonLine } from './json-line';
import { matches } from '../../../src/handlers/nodejs/domain/schema/pattern';
import { ProfileSchema } from '../../../src/handlers/nodejs/domain/schema/profile-schema';
import { Report } from '../../../src/handlers/nodejs/domain/schema/report';

function call(schema: any, method: string, args: unknown[]): unknown {
  if (method === 'matches') {
    return (matches as any)(...args);
  }
  if (method === 'calibrate') {
    return calibrate(args[0] as number);
  }
  const result = schema[method](...args.map((arg) => arg ?? undefined));
  return result instanceof Report ? { violations: result.violations, hasMore: result.hasMore } : result;
}

/** A loop to compare CPU times with. */
function calibrate(rounds: number): number {
  let sum = 0;
  for (let round = 0; round < rounds; round += 1) {
    sum = (sum + round) % 1000;
  }
  return sum;
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { document, calls } = JSON.parse(line);
  const schema = document && new ProfileSchema(document);
  const results = calls.map(([method, ...args]: [string, ...unknown[]]) => {
    const started = process.cpuUsage();
    const result = call(schema, method, args);
    const { user, system } = process.cpuUsage(started);
    return { result, cpuMs: (user + system) / 1000 };
  });
  process.stdout.write(jsonLine(results));
});
