'use strict';

/**
 * Judges profiles by schemas in the Node.js way, in a process of its own.
 *
 * For each line {document, calls: [[method, ...arguments]]} of standard input it writes a line with a list of results.
 */
const readline = require('readline');
const { compileProfileSchema } = require(process.argv[2]);

function run({ document, calls }) {
  const schema = compileProfileSchema(document);
  return calls.map(([method, ...args]) => schema[method](...args.map((arg) => arg ?? undefined)));
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(run(JSON.parse(line)))}\n`);
  }
})();
