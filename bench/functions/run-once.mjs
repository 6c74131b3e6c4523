/**
 * Runs a Node.js function as a cold start: loads the module, and invokes one handler with the event of standard input.
 *
 * The last line of standard output has the CPU times in milliseconds: of the process so far (`runtimeMs`), of loading the module
 * (`loadMs`), and of the invocation (`callMs`).
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [file, name] = process.argv.slice(2);
const event = JSON.parse(readFileSync(0, 'utf8'));

function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const started = cpuMs();
const handlers = await import(pathToFileURL(file).href);
const loaded = cpuMs();
const { statusCode, body } = await handlers[name](event, {});
const answered = cpuMs();

if (statusCode !== 200) {
  throw new Error(`The function returned ${statusCode}: ${body}`);
}
process.stdout.write(`\n${JSON.stringify({ runtimeMs: started, loadMs: loaded - started, callMs: answered - loaded })}\n`, () => process.exit());
