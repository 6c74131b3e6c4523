/**
 * Checks profiles by schemas with the code of the Node.js handlers, in a process of its own.
 *
 * For each line {document, calls: [[method, ...arguments]]} of standard input it writes a line with a list of {result, cpuMs}.
 */
import { createInterface } from 'readline';
import { matches } from '../../src/handlers/nodejs/schema/pattern';
import { ProfileSchema } from '../../src/handlers/nodejs/schema/profile-schema';
import { Report } from '../../src/handlers/nodejs/schema/report';

function call(schema: any, method: string, args: unknown[]): unknown {
  if (method === 'matches') {
    return (matches as any)(...args);
  }
  const result = schema[method](...args.map((arg) => arg ?? undefined));
  return result instanceof Report ? { violations: result.violations, hasMore: result.hasMore } : result;
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
  process.stdout.write(`${JSON.stringify(results)}\n`);
});
