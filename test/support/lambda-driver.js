'use strict';

/**
 * Runs the Node.js handlers as Lambda would, in a process of their own.
 *
 * For each line {id, handler, event, environment} of standard input it writes a line {id, response, log, cpuMs} to standard output,
 * once there is an answer. Calls may overlap; the CPU time of one then includes that of the others. For a line {id, rounds} it
 * writes a line {id, cpuMs}: the CPU time of a loop of so many rounds.
 */
const { AsyncLocalStorage } = require('async_hooks');
const readline = require('readline');
const profile = require(process.argv[2]);

const write = process.stdout.write.bind(process.stdout);
/** What the call at hand wrote, as calls that overlap share standard output. */
const logs = new AsyncLocalStorage();
process.stdout.write = (chunk) => logs.getStore().push(String(chunk)) > 0;

function cpuMsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function calibrate({ id, rounds }) {
  const start = process.cpuUsage();
  let sum = 0;
  for (let round = 0; round < rounds; round += 1) {
    sum = (sum + round) % 1000;
  }
  write(`${JSON.stringify({ id, sum, cpuMs: cpuMsSince(start) })}\n`);
}

async function invoke({ id, handler, event, environment }) {
  Object.assign(process.env, environment);
  const log = [];
  const start = process.cpuUsage();
  const response = await logs.run(log, () => profile[handler](event, {}));
  const cpuMs = cpuMsSince(start);
  write(`${JSON.stringify({ id, response, log: log.join(''), cpuMs })}\n`);
}

// An error of a handler's own ends the process, because nothing catches it.
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const call = JSON.parse(line);
  return 'rounds' in call ? calibrate(call) : invoke(call);
});
