'use strict';

/**
 * Runs the Node.js handlers as Lambda would, in a process of their own.
 *
 * For each line {id, handler, event, environment} of standard input it writes a line {id, response, log} to standard output,
 * once there is an answer; calls may overlap.
 */
const { AsyncLocalStorage } = require('async_hooks');
const readline = require('readline');
const profile = require(process.argv[2]);

const write = process.stdout.write.bind(process.stdout);
/** What the call at hand wrote, as calls that overlap share standard output. */
const logs = new AsyncLocalStorage();
process.stdout.write = (chunk) => logs.getStore().push(String(chunk)) > 0;

async function invoke({ id, handler, event, environment }) {
  Object.assign(process.env, environment);
  const log = [];
  const response = await logs.run(log, () => profile[handler](event, {}));
  write(`${JSON.stringify({ id, response, log: log.join('') })}\n`);
}

// An error of a handler's own ends the process, because nothing catches it.
readline.createInterface({ input: process.stdin }).on('line', (line) => invoke(JSON.parse(line)));
