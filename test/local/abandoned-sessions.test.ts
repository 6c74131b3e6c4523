import { ChildProcess, spawn, spawnSync } from 'child_process';
import { once } from 'events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { processStart } from '../../scripts/lib/command/process-start';

/** Each test starts programs, which take long on a busy machine. */
jest.setTimeout(30_000);

const COMMAND = path.join(__dirname, '..', '..', 'scripts', 'lib', 'command', 'command.ts');
/** Runs until it is killed, with a program of its own. */
const RUNNING = `inSession(async (session) => {
  const { pid } = session.start({ name: 'sleeper', file: 'sleep', args: ['1000'] });
  console.log(JSON.stringify({ directory: session.path('.'), pid }));
  await new Promise(() => setInterval(() => {}, 1_000));
});`;

let temporary: string;
let command: ChildProcess;
let session: { directory: string; pid: number };

beforeEach(async () => {
  temporary = mkdtempSync(path.join(tmpdir(), 'sessions-'));
  command = spawn(process.execPath, nodeArgs(RUNNING), { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(command.stdout!, 'data');
  session = JSON.parse(line);
});

afterEach(async () => {
  if (processStart(session.pid) !== undefined) {
    process.kill(session.pid);
  }
  await killCommand();
  rmSync(temporary, { recursive: true });
});

test('the next run ends and removes what a killed one left, and says so', async () => {
  await killCommand();
  expect(processStart(session.pid)).toBeDefined();
  expect(runNext()).toBe(`An earlier run was killed (process ${command.pid}). Ended what it left: sleeper (process ${session.pid}). ` +
    `Removed ${session.directory}.\n`);
  expect(processStart(session.pid)).toBeUndefined();
  expect(existsSync(session.directory)).toBe(false);
  expect(runNext()).toBe('');
});

test('a run that has not ended stays as it is', () => {
  expect(runNext()).toBe('');
  expect(processStart(session.pid)).toBeDefined();
  expect(existsSync(session.directory)).toBe(true);
});

test('what is no session of a killed run stays, and no run fails over it', () => {
  const file = path.join(path.dirname(session.directory), `${path.basename(session.directory)}.txt`);
  writeFileSync(file, '');
  writeFileSync(path.join(session.directory, 'session.json'), '{"host":');
  expect(runNext()).toBe('');
  expect(existsSync(file)).toBe(true);
  expect(existsSync(session.directory)).toBe(true);
});

test('a process that has the ID of an ended one stays', async () => {
  await killCommand();
  edit((record) => {
    record.groups[0].start += '0';
  });
  expect(runNext()).toContain('Ended what it left: no process.');
  expect(processStart(session.pid)).toBeDefined();
  expect(existsSync(session.directory)).toBe(false);
});

test('a run on another machine or in another container stays', async () => {
  await killCommand();
  edit((record) => {
    record.host += '-2';
  });
  expect(runNext()).toBe('');
  expect(existsSync(session.directory)).toBe(true);
});

async function killCommand(): Promise<void> {
  if (command.exitCode === null && command.signalCode === null) {
    command.kill('SIGKILL');
    await once(command, 'exit');
  }
}

/** Returns what the next run prints. */
function runNext(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, nodeArgs('inSession(async () => {});'), { env: environment(), encoding: 'utf-8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

function nodeArgs(code: string): string[] {
  return ['--import', require.resolve('tsx'), '-e', `const { inSession } = require(${JSON.stringify(COMMAND)}); ${code}`];
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, TMPDIR: temporary };
}

function edit(change: (record: any) => void): void {
  const file = path.join(session.directory, 'session.json');
  const record = JSON.parse(readFileSync(file, 'utf-8'));
  change(record);
  writeFileSync(file, JSON.stringify(record));
}
