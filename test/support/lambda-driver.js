'use strict';

/**
 * Runs the Node.js handlers as Lambda would, in a process of their own.
 *
 * For each line {handler, event, environment} of standard input it writes a line {response, log} to standard output.
 */
const readline = require('readline');
const profile = require(process.argv[2]);

async function invoke({ handler, event, environment }) {
  Object.assign(process.env, environment);
  const log = [];
  const write = process.stdout.write;
  process.stdout.write = (chunk) => log.push(String(chunk)) > 0;
  try {
    return { response: await profile[handler](event, {}), log: log.join('') };
  } finally {
    process.stdout.write = write;
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await invoke(JSON.parse(line)))}\n`);
  }
})();
