import { execFileSync, spawn, spawnSync } from 'child_process';
import * as path from 'path';
import { createInterface } from 'readline';

/**
 * Runs the tests of the handlers against DynamoDB Local of AWS. `npm test` uses another emulator.
 *
 * Requires a JDK of version 17 or newer, and Maven.
 */
const ROOT = path.join(__dirname, '..', '..', '..');
/** The tests that depend on the behavior of DynamoDB. */
const TESTS = ['contract', 'concurrency', 'legacy', 'model', 'versions'].map((name) => `test/handlers/.*${name}`);
const LIBRARIES = path.join(ROOT, '.dynamodb-local');

async function main(): Promise<void> {
  execFileSync('mvn', ['-q', '-B', '-f', path.join(__dirname, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${LIBRARIES}`], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const server = spawn('java', [
    `-Djava.library.path=${LIBRARIES}`, '-cp', path.join(LIBRARIES, '*'), path.join(__dirname, 'LoopbackServer.java'),
  ], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const endpoint = await endpointOf(server.stdout);
    console.log(`DynamoDB Local at ${endpoint}`);
    const { status } = spawnSync('npx', ['jest', ...(process.argv.length > 2 ? process.argv.slice(2) : TESTS)], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, TEST_DYNAMODB_ENDPOINT: endpoint },
    });
    process.exitCode = status ?? 1;
  } finally {
    server.stdin.end();
  }
}

async function endpointOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, endpoint] = /^endpoint (.*)$/.exec(line) ?? [];
    if (endpoint) {
      return endpoint;
    }
  }
  throw new Error('DynamoDB Local exited before it listened.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
