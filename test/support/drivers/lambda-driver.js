'use strict';

/**
 * Runs the Node.js handlers as Lambda would, in a process of their own.
 *
 * Once they are loaded, it writes a line {log} to standard output: what they wrote meanwhile. Then, for each line {id, handler,
 * event, environment} of standard input, it writes a line [{id, response, log}, usage], once there is an answer; calls may overlap. Usage is the CPU time that the process took for the call, the reading of
 * the event and the writing of the response included, and the most memory that it ever had.
 */
const { AsyncLocalStorage } = require('async_hooks');
const readline = require('readline');

const write = process.stdout.write.bind(process.stdout);
/** What loading, or the call at hand, wrote, as calls that overlap share standard output. */
const logs = new AsyncLocalStorage();
process.stdout.write = (chunk) => logs.getStore().push(String(chunk)) > 0;

/** Many small values, as DynamoDB writes them. */
const SAMPLE = JSON.stringify(Array.from({ length: 10_000 }, (_, index) => ({ L: [{ S: '' }, { N: String(index) }] })));

/** A fixed amount of the work that handlers do: a measure of how fast this machine is; see `cost-run.ts`. */
function calibrate() {
  const read = ({ L, S, N }) => (L ? L.map(read) : S ?? Number(N));
  for (let round = 0; round < 10; round++) {
    JSON.stringify(JSON.parse(SAMPLE).map(read));
  }
}

async function invoke(profile, line) {
  const before = process.cpuUsage();
  const { id, handler, event, environment } = JSON.parse(line);
  Object.assign(process.env, environment);
  const log = [];
  const run = handler === 'calibrate' ? calibrate : profile[handler];
  const response = await logs.run(log, () => run(event, {}));
  // See json-line.ts.
  const answer = JSON.stringify({ id, response, log: log.join('') }).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  const { user, system } = process.cpuUsage(before);
  const usage = { cpuSeconds: (user + system) / 1e6, memoryBytes: process.resourceUsage().maxRSS * 1024 };
  write(`[${answer},${JSON.stringify(usage)}]\n`);
}

async function main() {
  const log = [];
  const profile = await logs.run(log, () => import(process.argv[2]));
  write(`${JSON.stringify({ log: log.join('') })}\n`);
  // An error of a handler's own ends the process, because nothing catches it.
  readline.createInterface({ input: process.stdin }).on('line', (line) => invoke(profile, line));
}

main();
