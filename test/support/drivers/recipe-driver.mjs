/**
 * Invokes a function as Lambda would: `node recipe-driver.mjs <file> <export>`.
 *
 * Reads a list of events from standard input, and invokes the function with one after the other. Writes to
 * standard output {responses, seconds}: what it returned, and how long it took. What the function logs goes to standard error.
 */
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const [file, name] = process.argv.slice(2);
console.log = console.error;
const { [name]: handler } = await import(pathToFileURL(file).href);
const events = await json(process.stdin);
const responses = [];
const started = performance.now();
for (const event of events) {
  responses.push(await handler(event, {}));
}
process.stdout.write(JSON.stringify({ responses, seconds: (performance.now() - started) / 1_000 }));
