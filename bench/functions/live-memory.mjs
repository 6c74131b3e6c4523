/**
 * Measures what warm requests without a pause leave in memory.
 *
 * Standard input has {file, events, requests}. The last line of standard output has the bytes that are live after so many requests
 * of each event, less those before.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { file, events, requests } = JSON.parse(readFileSync(0, 'utf8'));
const handlers = await import(pathToFileURL(file).href);
const HANDLERS = { GET: handlers.read, POST: handlers.replace, PATCH: handlers.update, DELETE: handlers.delete };
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;

async function run(times) {
  for (let request = 0; request < times; request += 1) {
    for (const [method, event] of Object.entries(events)) {
      await HANDLERS[method](event, {});
    }
  }
}

/** `--expose-gc` provides `gc`. */
function liveBytes() {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

await run(1);
const before = liveBytes();
await run(requests);
write(`\n${JSON.stringify({ liveBytes: liveBytes() - before })}\n`, () => process.exit());
